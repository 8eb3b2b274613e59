internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `entity.broken`
  static let entityBroken = Rule(
    id: "entity.broken", severity: .error,
    summary: "A character reference is broken, so that the reader sees it.",
    rationale: """
      A blank inside `&amp;` shows the name of the character in place of the character. Remove the blank.
      """,
    messages: [message],
    flagged: [.body(unit("Drift ⟦& amp;⟧ vedlikehold.", "Operation &amp; maintenance."))],
    accepted: [.body(unit("Drift & vedlikehold; pluss.", "Operation & maintenance; plus."))],
    check: { input in
      input.findings { pair, found in
        guard pair.target.bytes.contains(UInt8(ascii: "&")),
          let place = broken(pair.sides.target, pair.target.text),
          broken(pair.sides.source, pair.source.text) == nil
        else { return }
        found.append(
          pair.finding("entity.broken", .error, message.filled(), at: pair.targetPlace(place)))
      }
    })

  private static let names: [StaticString] = [
    "amp", "lt", "gt", "quot", "nbsp", "apos", "#39", "#160", "copy", "reg",
  ]

  /// The first reference with a blank in it, or whose ampersand was written twice.
  private static func broken(_ side: SideContent, _ range: Range<Int>) -> Range<Int>? {
    for index in range
    where side.text[index] == UInt8(ascii: "&") && !side.traits[index].contains(.code) {
      var start = index + 1
      while start < range.upperBound, side.text[start] == 0x20 { start += 1 }
      guard let name = names.first(where: { side.text.matches($0, at: start) }) else { continue }
      var end = start + name.utf8CodeUnitCount
      while end < range.upperBound, side.text[end] == 0x20 { end += 1 }
      guard end < range.upperBound, side.text[end] == UInt8(ascii: ";") else { continue }
      return index..<end + 1
    }
    return nil
  }

  private static let message: MessageTemplate =
    "a character reference is broken and shown here; remove the blank in it"
}
