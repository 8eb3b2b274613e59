internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `metadata.yaml`
  static let metadataYAML = Rule(
    id: "metadata.yaml", severity: .error,
    summary: "The front matter is missing, is not closed, is not YAML, or holds units.",
    rationale: """
      Without front matter nothing is known of the article: not its title, its locale or its source. \
      Restore the lines between the two `---` marks from the source article.
      """,
    messages: [missing, unclosed, units, invalid],
    flagged: [
      Example("⟦<⟧" + String(soundUnit.dropFirst(1))),
      Example("⟦---⟧\ntitle: Synkronisering\n\n" + soundUnit),
    ],
    accepted: [.body(soundUnit), Example("# Without front matter\n\nText.\n", locale: "en-US")],
    check: { input in
      let article = input.article
      func finding(_ message: String, _ range: Range<Int>, _ unit: String? = nil) -> [Finding] {
        [
          Finding(
            rule: "metadata.yaml", severity: .error, message: message, unit: unit, range: range)
        ]
      }
      if let place = article.unclosedFrontMatter { return finding(unclosed.filled(), place) }
      guard let frontMatter = article.frontMatter else {
        guard let first = article.units.first else { return [] }
        return finding(missing.filled(), input.firstCharacter, first.name)
      }
      if let first = article.frontMatterUnits.first {
        return finding(units.filled(first.name), first.openingTag, first.name)
      }
      guard let problem = frontMatter.problem else { return [] }
      return finding(invalid.filled(problem.message), problem.range)
    })

  private static let missing: MessageTemplate =
    "the article has units and no front matter; put it back at the head of the file"
  private static let unclosed: MessageTemplate =
    "front matter is not closed; add a line '---' behind its last field"
  private static let units: MessageTemplate =
    "unit '{unit}' stands in the front matter; restore the fields as they were before translation"
  private static let invalid: MessageTemplate = "front matter cannot be read: {reason}"
}
