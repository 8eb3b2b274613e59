internal import HjelpDiagnostics

extension Rule {
  /// `number.extra`
  static let numberExtra = Rule(
    id: "number.extra", severity: .info,
    summary: "The translation has a number that the source has not.",
    rationale: """
      Most of these are ways of saying something (`a day` as `24 hours`), some are leftovers of another \
      version of the source. Look at them when an article is revised.
      """,
    messages: [message],
    flagged: [.body(unit("Vent litt med ⟦17⟧.", "Wait a moment."))],
    accepted: [.body(unit("Vent i 3 minutter.", "Wait for three minutes."))],
    check: { input in
      var found: [Finding] = []
      for numbers in input.numbers where numbers.missing.isEmpty {
        let pair = numbers.pair
        for number in numbers.extra {
          let text = String(decoding: pair.sides.target.text[number.range], as: UTF8.self)
          found.append(
            pair.finding(
              "number.extra", .info, message.filled(text), at: pair.targetPlace(number.range)))
        }
      }
      return found
    })

  private static let message: MessageTemplate =
    "number '{number}' does not stand in the source; check that it belongs here"
}
