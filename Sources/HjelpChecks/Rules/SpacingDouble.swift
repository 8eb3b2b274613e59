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
          pair.target.block != .html
        else { return }
        let doubles = doubles(pair.sides.target, pair.target.text)
        guard let first = doubles.first,
          Self.doubles(pair.sides.source, pair.source.text).isEmpty
        else { return }
        found.append(
          pair.finding(
            "spacing.double", .info, message.filled(), at: pair.targetPlace(first),
            fix: Fix(
              isSafe: true,
              edits: doubles.map { .init(range: pair.targetPlace($0), text: " ") })))
      }
    })

  /// The runs of two and more blanks outside code.
  private static func doubles(_ side: SideContent, _ range: Range<Int>) -> [Range<Int>] {
    var doubles: [Range<Int>] = []
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard side.text[index] == 0x20, side.text[index + 1] == 0x20,
        !side.traits[index].contains(.code), side.place(of: index + 1) == side.place(of: index) + 1
      else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < range.upperBound, side.text[index] == 0x20,
        side.place(of: index) == side.place(of: index - 1) + 1
      {
        index += 1
      }
      doubles.append(start..<index)
    }
    return doubles
  }

  private static let message: MessageTemplate = "two blanks stand in a row; remove one"
}
