internal import HjelpDiagnostics

extension Rule {
  /// `number.decimal`
  static let numberDecimal = Rule(
    id: "number.decimal", severity: .error,
    summary: "A number has lost its decimal mark.",
    rationale: """
      `13` instead of `1.3` is wrong by a factor of ten and looks right. Write the number with the \
      decimal mark of the language.
      """,
    messages: [message],
    flagged: [
      .body(unit("⟦13⟧", "1.3")), .body(unit("Versión ⟦25⟧.", "Version 2.5."), locale: "es-ES"),
    ],
    accepted: [.body(unit("1,3", "1.3")), .body(unit("1, 3", "1,3"))],
    check: { input in
      var found: [Finding] = []
      for numbers in input.numbers {
        let pair = numbers.pair
        for (source, target) in numbers.undecimal {
          let text = String(decoding: pair.sides.source.text[source.range], as: UTF8.self)
          let shown = String(decoding: pair.sides.target.text[target.range], as: UTF8.self)
          let place = pair.targetPlace(target.range)
          let mark =
            pair.language?.decimals.first.map { String(decoding: $0, as: UTF8.self) } ?? "."
          found.append(
            pair.finding(
              "number.decimal", .error, message.filled(text, shown), at: place,
              source: pair.sourcePlace(source.range),
              fix: Fix(
                isSafe: false,
                edits: [.init(range: place, text: text.replacing(".", with: mark))])))
        }
      }
      return found
    })

  private static let message: MessageTemplate =
    "number '{number}' of the source is '{other}' here; put the decimal mark back"
}
