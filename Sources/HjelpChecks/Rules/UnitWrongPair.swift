internal import HjelpLocale
internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.wrong-pair`
  static let unitWrongPair = Rule(
    id: "unit.wrong-pair", severity: .warning,
    summary: "A translation belongs to another source sentence, or the halves are exchanged.",
    rationale: """
      The original beside the sentence is then the wrong one, and every other check compares what does \
      not belong together. Put each translation back to its source.
      """,
    messages: [neighbor, halves],
    flagged: [
      .body(
        unit("⟦Åpne Excel 2016⟧.", "Start Word 2013 now.")
          + unit("⟦Start Word 2013 nå⟧.", "Open Excel 2016.", id: "e8e74-104")),
      .body(unit("⟦Wait until the service is ready⟧.", "Vent til tjenesten er klar og i bruk.")),
      .body(unit("⟦Wait a moment⟧.", "少しお待ちください。"), locale: "ja-JP"),
    ],
    accepted: [
      .body(
        unit("Åpne Word 2013.", "Open Word 2013.")
          + unit("Åpne Word 2013.", "Open Word 2013.", id: "e8e74-104"))
    ],
    check: { input in
      guard let sides = input.sides else { return [] }
      var found: [Finding] = []
      for exchange in NeighborComparison(sides).exchanges {
        for (index, other) in [
          (exchange.first, exchange.second), (exchange.second, exchange.first),
        ] {
          let pair = UnitPair(sides: sides, index: index)
          let unit = sides.article.units[other]
          found.append(
            pair.finding(
              "unit.wrong-pair", .warning, neighbor.filled(unit.name), at: pair.wholeTarget,
              source: unit.source))
        }
      }
      guard let languages = HalfLanguages(sides) else { return found }
      // A target in English has a word that its own language has not.
      let isEnglish = sides.sourceLocale.language == "en" && !sides.isUnspaced
      for index in isEnglish ? sides.englishPairs : sides.pairs {
        let pair = UnitPair(sides: sides, index: index)
        guard languages.areExchanged(pair) else { continue }
        found.append(
          pair.finding(
            "unit.wrong-pair", .warning, halves.filled(pair.unit.name), at: pair.wholeTarget,
            source: pair.unit.source))
      }
      return found
    })

  private static let neighbor: MessageTemplate =
    "the translation fits the source of unit '{unit}'; exchange the two"
  private static let halves: MessageTemplate =
    "the halves of unit '{unit}' stand in each other's place; exchange them"
}
