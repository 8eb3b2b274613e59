internal import HjelpDiagnostics

extension Rule {
  /// `spacing.double`
  static let spacingDouble = Rule(
    id: "spacing.double", severity: .info,
    summary: "Two blanks stand in a row inside a sentence.",
    rationale: """
      A browser shows them as one, but they are often the trace of a word or mark that was moved. Remove \
      one; the fix does it.
      """,
    messages: [message],
    flagged: [.body(unit("Vent⟦  ⟧litt.", "Wait a moment."))],
    accepted: [.body(unit("Vent  litt.", "Wait  a moment."))],
    check: { input in
      input.findings { pair, found in
        guard pair.target.hasDoubleBlank, pair.target.block != .tableCell,
          pair.target.block != .html,
          let place = double(pair.sides.target, pair.target.text),
          double(pair.sides.source, pair.source.text) == nil
        else { return }
        let range = pair.targetPlace(place)
        found.append(
          pair.finding(
            "spacing.double", .info, message.filled(), at: range,
            fix: range.count == place.count
              ? Fix(isSafe: true, edits: [.init(range: range, text: " ")]) : nil))
      }
    })

  private static func double(_ side: SideContent, _ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if side.text[index] == 0x20, side.text[index + 1] == 0x20,
        !side.traits[index].contains(.code), side.place(of: index + 1) == side.place(of: index) + 1
      {
        var end = index + 2
        while end < range.upperBound, side.text[end] == 0x20 { end += 1 }
        return index..<end
      }
      index += 1
    }
    return nil
  }

  private static let message: MessageTemplate = "two blanks stand in a row; remove one"
}
