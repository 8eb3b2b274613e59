internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `anchor.wrong`
  static let anchorWrong = Rule(
    id: "anchor.wrong", severity: .warning,
    summary: "A heading's bookmark is not made of its source heading.",
    rationale: """
      The same anchor must work in every language, and it is made of the source heading. A bookmark of \
      another text breaks links that lead here; the fix writes the right one.
      """,
    messages: [message],
    flagged: [.body("## <a name=\"⟦vent-litt⟧\"></a>" + soundUnit)],
    accepted: [.body("## <a name=\"wait-a-moment\"></a>" + soundUnit)],
    check: { input in
      let slugs = input.sides?.slugs ?? SourceSlugs()
      return input.article.headings.compactMap { heading in
        guard let anchor = heading.anchor, let unit = input.article.firstUnit(in: heading),
          let slug = slugs.slug(of: unit), !slug.isEmpty
        else { return nil }
        let name = input.article.text(anchor.name)
        guard name != slug, !slugs.rawSlugs(of: heading, in: input.article).contains(name) else {
          return nil
        }
        return Finding(
          rule: "anchor.wrong", severity: .warning, message: message.filled(name, slug),
          unit: unit.name, range: anchor.name,
          fix: Fix(isSafe: true, edits: [.init(range: anchor.name, text: slug)]))
      }
    })

  private static let message: MessageTemplate =
    "bookmark '{name}' is not made of the source heading; write '{slug}'"
}
