internal import HjelpDiagnostics

extension Rule {
  /// `link.count`
  static let linkCount = Rule(
    id: "link.count", severity: .error,
    summary: "The translation has fewer or more links or images than the source.",
    rationale: """
      A lost link is help that the reader does not get. Put it back; an address that stands in the text \
      does not make up for it. One that is too many is a warning.
      """,
    messages: [missing, extra],
    flagged: [
      .body(unit("⟦Se denne artikkelen⟧.", "See [this article](https://example.com/a).")),
      .body(
        unit("Se ⟦[denne](https://example.com/a)⟧ artikkelen.", "See this article.")),
    ],
    accepted: [
      .body(
        unit("Se [denne](https://example.com/a).", "See [this](https://example.com/a).")),
      .body(unit("Se [denne](https://example.com/a).", "See https://example.com/a.")),
    ],
    check: { input in
      input.findings { pair, found in
        guard !pair.source.isCrossed, let links = LinkComparison(pair),
          links.missing.count != links.extra.count
            || zip(links.missing, links.extra).contains(where: { $0.kind != $1.kind })
        else { return }
        if links.missing.count >= links.extra.count {
          guard let link = links.missing.last else { return }
          found.append(
            pair.finding(
              "link.count", .error,
              missing.filled(String(decoding: link.destination, as: UTF8.self)),
              at: pair.wholeTarget, source: pair.sourcePlace(markdown: link.range)))
        } else if let link = links.extra.last {
          found.append(
            pair.finding(
              "link.count", .warning,
              extra.filled(String(decoding: link.destination, as: UTF8.self)),
              at: pair.targetPlace(markdown: link.range)))
        }
      }
    })

  private static let missing: MessageTemplate =
    "the source's link to '{url}' is missing; put it back"
  private static let extra: MessageTemplate =
    "the link to '{url}' does not stand in the source; remove it"
}
