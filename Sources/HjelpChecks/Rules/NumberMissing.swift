internal import HjelpDiagnostics

extension Rule {
  /// `number.missing`
  static let numberMissing = Rule(
    id: "number.missing", severity: .error,
    summary: "A number of the source is nowhere in the translation.",
    rationale: """
      Readers act on versions, limits, dates and steps, so a lost or changed number sends them wrong. \
      Put the number back in the way the language writes it: as digits, or spelled out.
      """,
    messages: [changed, missing],
    flagged: [
      .body(unit("⟦Du kan bruke Office eller nyere⟧.", "You can use Office 2016 or later.")),
      .body(unit("Vent i ⟦300⟧ sekunder.", "Wait for 200 seconds.")),
      .body(
        unit("⟦Office 以降を使用します⟧。", "Use Office 2013 or later."), locale: "ja-JP"),
    ],
    accepted: [
      .body(unit("Vent i tre minutter.", "Wait for 3 minutes.")),
      .body(unit("Opptil 30 000 000 meldinger.", "Up to 30 million messages.")),
      .body(unit("Prisen er 1,5 ganger høyere.", "The price is 1.5 times as high.")),
      .body(unit("午前 3 時に開始します。", "It starts at 3:00 AM."), locale: "ja-JP"),
      .body(unit("6 月 1 日まで。", "Until June 1."), locale: "ja-JP"),
      .body(unit("サード パーティのアプリ。", "3rd party apps."), locale: "ja-JP"),
    ],
    check: { input in
      var found: [Finding] = []
      for numbers in input.numbers where !numbers.missing.isEmpty {
        let pair = numbers.pair
        var extra = numbers.extra[...]
        var absent: Finding?
        for number in numbers.missing {
          let text = String(decoding: pair.sides.source.text[number.range], as: UTF8.self)
          let source = pair.sourcePlace(number.range)
          if let other = extra.popFirst() {
            let shown = String(decoding: pair.sides.target.text[other.range], as: UTF8.self)
            found.append(
              pair.finding(
                "number.missing", .error, changed.filled(text, shown),
                at: pair.targetPlace(other.range), source: source))
          } else if absent == nil {
            absent = pair.finding(
              "number.missing", number.digitCount >= 3 ? .error : .warning,
              missing.filled(text), at: pair.wholeTarget, source: source)
          } else {
            absent?.notes.append(.init(message: "the same holds for '\(text)'", range: source))
            if number.digitCount >= 3 { absent?.severity = .error }
          }
        }
        if let absent { found.append(absent) }
      }
      return found
    })

  private static let changed: MessageTemplate =
    "number '{number}' of the source is '{other}' here; write the source's number"
  private static let missing: MessageTemplate =
    "number '{number}' of the source is missing; put it back"
}
