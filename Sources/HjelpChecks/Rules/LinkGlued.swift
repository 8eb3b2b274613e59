internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpMarkdown

extension Rule {
  /// `link.glued`
  static let linkGlued = Rule(
    id: "link.glued", severity: .warning,
    summary: "A link touches the next or the previous word.",
    rationale: """
      The words run into each other, and mostly the link's text was cut short. Put a blank between \
      them, and see that the whole name stands in the link; the fix puts the blank.
      """,
    messages: [message],
    flagged: [
      .body(
        unit(
          "Se [dette](https://example.com/a⟦)e⟧mnet.", "See [this](https://example.com/a) topic.")),
      .body(
        unit("Lea l⟦a[⟧página](https://example.com/a).", "Read the [page](https://example.com/a)."),
        locale: "es-ES"),
    ],
    accepted: [
      .body(
        unit(
          "Se [Azure](https://example.com/a)-siden.", "See the [Azure](https://example.com/a) page."
        )),
      .body(
        unit("اقرأ [هذا](a.md) و[ذاك](b.md).", "Read [this](a.md) and [that](b.md)."),
        locale: "ar-SA"),
      .body(
        unit("[これ](https://example.com/a)を参照。", "See [this](https://example.com/a)."),
        locale: "ja-JP"),
    ],
    check: { input in
      guard let sides = input.sides, !sides.isUnspaced else { return [] }
      let hasPrefixes = ["Arab", "Hebr"].contains(input.locale.likelyScript)
      return input.findings { pair, found in
        for link in pair.targetLinks where link.kind == .link && !link.text.isEmpty {
          let seams = seams(
            link, pair.target, pair.sides.target, hasPrefixes: hasPrefixes)
          guard let place = seams.first,
            !pair.sourceLinks.contains(where: {
              !Self.seams($0, pair.source, pair.sides.source).isEmpty
            })
          else { continue }
          found.append(
            pair.finding(
              "link.glued", .warning, message.filled(), at: pair.targetPlace(markdown: place),
              fix: Fix(
                isSafe: true,
                edits: seams.map { gap($0, link, pair) }.map { .init(range: $0..<$0, text: " ") })
            ))
        }
      }
    })

  /// Where a blank belongs: at the edge of the link that a seam is at.
  private static func gap(_ seam: Range<Int>, _ link: LinkSpan, _ pair: UnitPair) -> Int {
    let end = link.range.upperBound
    return seam.upperBound > end
      ? pair.targetPlace(markdown: end - 1..<end).upperBound
      : pair.targetPlace(markdown: link.range.lowerBound..<end).lowerBound
  }

  /// The bytes before and behind the places where a link touches a word, the end of the link first.
  private static func seams(
    _ link: LinkSpan, _ segment: Segment, _ side: SideContent, hasPrefixes: Bool = false
  ) -> [Range<Int>] {
    let markdown = side.document.markdown
    guard markdown[link.range.lowerBound] == UInt8(ascii: "[") else { return [] }
    var seams: [Range<Int>] = []
    let end = link.range.upperBound
    if end < segment.edition.upperBound, isLetter(markdown, end, segment.edition.upperBound),
      !isGenitive(markdown, end, segment.edition.upperBound)
    {
      var last = end + 1
      while last < segment.edition.upperBound, markdown[last] & 0xC0 == 0x80 { last += 1 }
      seams.append(end - 1..<last)
    }
    let start = link.range.lowerBound
    // Arabic and Hebrew write "and", "in" and "to" as a part of the next word.
    guard start > segment.edition.lowerBound, !hasPrefixes else { return seams }
    let before = TextBytes.characterStart(
      markdown, before: start, limit: segment.edition.lowerBound)
    if isLetter(markdown, before, start) { seams.append(before..<start + 1) }
    return seams
  }

  private static func isLetter(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    TextBytes.isASCIIAlphanumeric(text[index])
      || text[index] >= 0xC3
        && TextBytes.isLetterAboveASCII(text, startingAt: index, limit: limit)
  }

  /// An `s` alone, as in `[Azure](u)s`.
  private static func isGenitive(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    text[index] == UInt8(ascii: "s") && (index + 1 >= limit || !TextBytes.isWord(text[index + 1]))
  }

  private static let message: MessageTemplate =
    "the link touches the word beside it; put a blank between them and check the link's text"
}
