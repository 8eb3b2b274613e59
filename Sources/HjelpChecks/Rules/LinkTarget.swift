internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `link.target`
  static let linkTarget = Rule(
    id: "link.target", severity: .error,
    summary: "A link or an image leads elsewhere than in the source.",
    rationale: """
      The reader ends at the wrong place, or nowhere. Write the destination as in the source; another \
      locale in its path, other case and a slash at its end are no fault.
      """,
    messages: [message],
    flagged: [
      .body(
        unit("Se [denne](⟦https://example.com/b⟧).", "See [this](https://example.com/a).")),
      .body(
        unit("Consulte ⟦https://example.com/b⟧ aquí.", "See https://example.com/a here."),
        locale: "es-ES"),
    ],
    accepted: [
      .body(
        unit(
          "Se [denne](https://example.com/nb-no/a/).", "See [this](https://example.com/en-us/a).")),
      .body(unit("次を参照 https://example.com/a。", "See https://example.com/a."), locale: "ja-JP"),
    ],
    check: { input in
      input.findings { pair, found in
        guard !pair.source.isCrossed, let links = LinkComparison(pair), !links.missing.isEmpty,
          links.missing.count == links.extra.count
        else { return }
        for (source, target) in zip(links.missing, links.extra) {
          guard target.kind == source.kind else { continue }
          let wanted = String(decoding: source.destination, as: UTF8.self)
          let shown = String(decoding: target.destination, as: UTF8.self)
          let place = LinkPlace.destination(of: target, in: pair.sides.target)
          let sourcePlace = LinkPlace.destination(of: source, in: pair.sides.source)
          let range = pair.targetPlace(markdown: place)
          let sourceRange = pair.sourcePlace(markdown: sourcePlace)
          found.append(
            pair.finding(
              "link.target", .error, message.filled(wanted, shown), at: range, source: sourceRange,
              fix: Fix(
                isSafe: false,
                edits: [.init(range: range, text: pair.sides.article.text(sourceRange))])))
        }
      }
    })

  private static let message: MessageTemplate =
    "the source's link leads to '{url}', this one to '{other}'; write the source's destination"
}
