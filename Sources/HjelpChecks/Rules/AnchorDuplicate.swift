internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `anchor.duplicate`
  static let anchorDuplicate = Rule(
    id: "anchor.duplicate", severity: .warning,
    summary: "Two headings with different sources have the same bookmark.",
    rationale: """
      A link can lead to one place only, so the second heading cannot be reached. One of the bookmarks \
      was copied from the other heading; make it of its own source.
      """,
    messages: [message],
    flagged: [
      .body(
        "## <a name=\"wait-a-moment\"></a>" + soundUnit + """

          ## <a name="⟦wait-a-moment⟧"></a><span data-ttu-id="e8e74-104">Wait a moment!</span>\
          <span class="sxs-lookup"><span data-stu-id="e8e74-104">Wait a moment!</span></span>

          """)
    ],
    accepted: [
      .body(
        "## <a name=\"wait-a-moment\"></a>" + soundUnit + """

          ## <a name="wait-a-moment"></a><span data-ttu-id="e8e74-104">Vent litt.</span>\
          <span class="sxs-lookup"><span data-stu-id="e8e74-104">Wait a moment.</span></span>

          """)
    ],
    check: { input in
      let article = input.article
      let slugs = input.sides?.slugs ?? SourceSlugs()
      var first: [String: (source: String, range: Range<Int>)] = [:]
      var findings: [Finding] = []
      for heading in article.headings {
        guard let anchor = heading.anchor, let unit = article.firstUnit(in: heading) else {
          continue
        }
        let name = article.text(anchor.name)
        let source = article.text(unit.source)
        guard let known = first[name] else {
          first[name] = (source, anchor.name)
          continue
        }
        // A bookmark that is wrong in itself is `anchor.wrong`.
        let isOwn = slugs.slug(of: unit) == name
        guard known.source != source, isOwn else { continue }
        findings.append(
          Finding(
            rule: "anchor.duplicate", severity: .warning, message: message.filled(name),
            unit: unit.name, range: anchor.name,
            notes: [.init(message: "the first one is here", range: known.range)]))
      }
      return findings
    })

  private static let message: MessageTemplate =
    "bookmark '{name}' stands on two headings whose sources differ; links reach the first alone"
}
