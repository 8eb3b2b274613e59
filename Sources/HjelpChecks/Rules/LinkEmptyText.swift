internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `link.empty-text`
  static let linkEmptyText = Rule(
    id: "link.empty-text", severity: .error,
    summary: "A link has no text, or none with a letter or digit.",
    rationale: """
      There is nothing to click, and a screen reader reads the address aloud. Put the words that the \
      link is about between its brackets.
      """,
    messages: [message],
    flagged: [
      .body(unit("Se ⟦[](https://example.com/a)⟧denne.", "See [this](https://example.com/a).")),
      .body(unit("Se denne ⟦[.](https://example.com/a)⟧", "See [this](https://example.com/a).")),
    ],
    accepted: [
      .body(unit("Se [1](https://example.com/a).", "See [1](https://example.com/a).")),
      .body(
        unit(
          "[![Bilde](a.png)](https://example.com/a)", "[![Image](a.png)](https://example.com/a)")),
    ],
    check: { input in
      input.findings { pair, found in
        for link in pair.targetLinks where link.kind == .link && isEmpty(link, pair.sides.target) {
          if pair.sourceLinks.contains(where: {
            $0.kind == .link && isEmpty($0, pair.sides.source) && LinkComparison.lead($0, link)
          }) {
            continue
          }
          found.append(
            pair.finding(
              "link.empty-text", .error,
              message.filled(String(decoding: link.destination, as: UTF8.self)),
              at: pair.targetPlace(markdown: link.range),
              source: pair.sourceLinks.first { LinkComparison.lead($0, link) }
                .map { pair.sourcePlace(markdown: $0.range) }))
        }
      }
    })

  /// Whether a link of Markdown has neither a letter or digit nor an image as its text.
  private static func isEmpty(_ link: LinkSpan, _ side: SideContent) -> Bool {
    guard side.document.markdown[link.range.lowerBound] == UInt8(ascii: "[") else { return false }
    for index in link.text {
      let byte = side.text[index]
      if TextBytes.isASCIIAlphanumeric(byte) { return false }
      if TextBytes.isLetterAboveASCII(side.text, startingAt: index, limit: link.text.upperBound),
        byte & 0xC0 == 0xC0
      {
        return false
      }
    }
    return !side.links.contains {
      $0.kind == .image && $0.range.lowerBound > link.range.lowerBound
        && $0.range.upperBound < link.range.upperBound
    }
  }

  private static let message: MessageTemplate =
    "the link to '{url}' has no text; put the words it is about between its brackets"
}
