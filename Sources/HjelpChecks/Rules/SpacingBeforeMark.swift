internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `spacing.before-mark`
  static let spacingBeforeMark = Rule(
    id: "spacing.before-mark", severity: .warning,
    summary:
      "A blank stands before a full stop, comma, colon, semicolon, exclamation or question mark.",
    rationale: """
      It is mostly the trace of moved markup, and looks careless. Remove the blank; the fix does it.
      """,
    messages: [message],
    flagged: [
      .body(unit("Vent litt⟦ ⟧.", "Wait a moment.")),
      .body(unit("Velg **Lagre**⟦ ⟧, og vent.", "Select **Save**, and wait.")),
      .body(unit("続行しますか⟦ ⟧?", "Continue?"), locale: "ja-JP"),
    ],
    accepted: [
      .body(unit("Attendez !", "Wait!"), locale: "fr-FR"),
      .body(unit("Se https://example.com/a .", "See https://example.com/a.")),
      .body(unit("Bruk .NET her.", "Use .NET here.")),
      .body(unit("**注意** : 待ちます。", "**Note**: wait."), locale: "ja-JP"),
    ],
    check: { input in
      input.findings { pair, found in
        guard pair.target.hasMarkBehindBlank || pair.target.bytes.contains(0xC2) else { return }
        let target = places(pair.sides.target, pair.target.text, pair.language, pair.isUnspaced)
        guard let first = target.first else { return }
        let source = places(pair.sides.source, pair.source.text, nil, false)
        guard source.count < target.count else { return }
        let range = pair.targetPlace(first)
        found.append(
          pair.finding(
            "spacing.before-mark", .warning,
            message.filled(
              String(
                decoding: pair.sides.target.text[first.upperBound...first.upperBound], as: UTF8.self
              )),
            at: range, fix: source.isEmpty ? fix(target, pair) : nil))
      }
    })

  /// Takes all the blanks out, if that can be done with each of them.
  private static func fix(_ blanks: [Range<Int>], _ pair: UnitPair) -> Fix? {
    let edits = blanks.compactMap { edit(pair.targetPlace($0), pair) }
    return edits.count == blanks.count ? Fix(isSafe: true, edits: edits) : nil
  }

  /// Takes the blank out; of a mark that alone is bold, as in `**Name** **,**`, the stars too.
  private static func edit(_ blank: Range<Int>, _ pair: UnitPair) -> Fix.Edit? {
    let rest = pair.sides.article.file.bytes[blank.upperBound..<pair.unit.target.upperBound]
    guard let first = rest.first else { return nil }
    if isMark(first) { return Fix.Edit(range: blank, text: "") }
    let stars = rest.prefix { $0 == UInt8(ascii: "*") }
    guard (1...2).contains(stars.count), let mark = rest.dropFirst(stars.count).first,
      isMark(mark), rest.dropFirst(stars.count + 1).starts(with: stars)
    else { return nil }
    return Fix.Edit(
      range: blank.lowerBound..<blank.upperBound + stars.count * 2 + 1,
      text: String(UnicodeScalar(mark)))
  }

  /// The blanks before marks.
  private static func places(
    _ side: SideContent, _ range: Range<Int>, _ language: Language?, _ isUnspaced: Bool
  ) -> [Range<Int>] {
    let text = side.text
    var places: [Range<Int>] = []
    for index in range where isMark(text[index]) {
      guard index > range.lowerBound, !side.traits[index].contains(.code) else { continue }
      guard index + 1 == range.upperBound || !TextBytes.isWord(text[index + 1]) else { continue }
      if index + 1 < range.upperBound, isMark(text[index + 1]) { continue }
      var start = index
      while start > range.lowerBound {
        if text[start - 1] == 0x20 {
          start -= 1
        } else if text[start - 1] == 0xA0, start > range.lowerBound + 1, text[start - 2] == 0xC2 {
          start -= 2
        } else {
          break
        }
      }
      guard start < index, start > range.lowerBound,
        !side.traits[start - 1].contains(.autolink), !isMark(text[start - 1]),
        text[start - 1] != UInt8(ascii: ">"), text[start - 1] != UInt8(ascii: "-")
      else { continue }
      if language?.marksAfterSpace.contains([text[index]]) ?? false { continue }
      if isUnspaced, text[index] == UInt8(ascii: ":") { continue }
      places.append(start..<index)
    }
    return places
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private static let message: MessageTemplate = "a blank stands before '{mark}'; remove it"
}
