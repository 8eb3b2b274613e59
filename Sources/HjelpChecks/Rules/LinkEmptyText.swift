internal import HjelpArticle
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
          let original = pair.sourceLinks.first { LinkComparison.lead($0, link) }
          found.append(
            pair.finding(
              "link.empty-text", .error,
              message.filled(String(decoding: link.destination, as: UTF8.self)),
              at: pair.targetPlace(markdown: link.range),
              source: original.map { pair.sourcePlace(markdown: $0.range) },
              fix: original.flatMap { fix(link, $0, pair) }))
        }
      }
    })

  /// Puts the words of the source's link into the brackets of an empty one: to be translated, but a
  /// link that can be followed.
  private static func fix(_ link: LinkSpan, _ original: LinkSpan, _ pair: UnitPair) -> Fix? {
    let place = pair.targetPlace(markdown: link.range)
    let words = pair.sides.source.text[original.text]
    guard pair.sides.article.file.bytes[place].starts(with: "[](".utf8), !words.isEmpty,
      !words.contains(where: { [0x5B, 0x5D, 0x5C, 0x0A].contains($0) })
    else { return nil }
    return Fix(
      isSafe: false,
      edits: [
        .init(
          range: place.lowerBound + 1..<place.lowerBound + 1,
          text: String(decoding: words, as: UTF8.self))
      ])
  }

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
