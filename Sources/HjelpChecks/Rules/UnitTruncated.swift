internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.truncated`
  static let unitTruncated = Rule(
    id: "unit.truncated", severity: .warning,
    summary: "A translation breaks off: it has no mark at its end and is far too short.",
    rationale: """
      The rest of the sentence is missing on the page. Put it back.
      """,
    messages: [message],
    flagged: [
      .body(unit("⟦Vent til synk⟧", "Wait until the synchronization of the directory is done."))
    ],
    accepted: [
      .body(unit("Vent til synkroniseringen er ferdig", "Wait until the synchronization is done."))
    ],
    check: { input in
      input.findings { pair, found in
        guard let ratio = LengthRatio(pair), ratio.relative < 0.5, endsWithMark(pair.sourceText),
          !endsWithMark(pair.targetText)
        else { return }
        found.append(
          pair.finding(
            "unit.truncated", .warning, message.filled(), at: pair.wholeTarget,
            source: pair.unit.source))
      }
    })

  /// Whether a text ends with the mark of a sentence, perhaps behind quotes and brackets.
  private static func endsWithMark(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let last = rest.last, [0x20, 0x22, 0x27, 0x29, 0x5D, 0x2A].contains(last) {
      rest = rest.dropLast()
    }
    guard let last = rest.last else { return false }
    if [0x2E, 0x3F, 0x21, 0x3A].contains(last) { return true }
    let end = rest.suffix(3)
    return end.elementsEqual("。".utf8) || end.elementsEqual("？".utf8)
      || end.elementsEqual("！".utf8) || end.elementsEqual("：".utf8)
      || rest.suffix(2).elementsEqual("؟".utf8)
  }

  private static let message: MessageTemplate =
    "the translation breaks off before the end of the sentence; put the rest back"
}
