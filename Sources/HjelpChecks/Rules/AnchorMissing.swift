internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `anchor.missing`
  static let anchorMissing = Rule(
    id: "anchor.missing", severity: .warning,
    summary: "A heading with a unit has no bookmark of the source heading.",
    rationale: """
      Links lead to the source's anchor in every language, so without the bookmark they end at the top \
      of the page. Put `<a name="…"></a>` before the unit; the fix does it.
      """,
    messages: [message],
    flagged: [.body("## ⟦<span data-ttu-id=\"e8e74-103\">⟧" + String(soundUnit.dropFirst(30)))],
    accepted: [
      .body("## <a name=\"wait-a-moment\"></a>" + soundUnit), .body("## Azure\n\n" + soundUnit),
    ],
    check: { input in
      let slugs = input.sides?.slugs ?? SourceSlugs()
      return input.article.headings.compactMap { heading in
        guard heading.anchor == nil, let unit = input.article.firstUnit(in: heading) else {
          return nil
        }
        let fix = slugs.slug(of: unit).map { slug in
          Fix(
            isSafe: true,
            edits: [
              .init(
                range: heading.content..<heading.content, text: "<a name=\"\(slug)\"></a>")
            ])
        }
        return Finding(
          rule: "anchor.missing", severity: .warning, message: message.filled(unit.name),
          unit: unit.name, range: unit.openingTag, fix: fix)
      }
    })

  private static let message: MessageTemplate =
    "the heading of unit '{unit}' has no bookmark; put '<a name=\"…\"></a>' before the unit"
}
