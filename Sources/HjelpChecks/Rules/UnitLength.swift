internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.length`
  static let unitLength = Rule(
    id: "unit.length", severity: .warning,
    summary: "A translation is far shorter or far longer than is usual for its source.",
    rationale: """
      Something was left out, or something was added that the source does not say. Compare the two \
      sentences; what is usual stands in the table of the language.
      """,
    messages: [short, long],
    flagged: [
      .body(
        unit(
          "⟦Vent⟧.", "Wait until the synchronization is done and the status page shows it in green."
        ))
    ],
    accepted: [
      .body(
        unit(
          "Vent til synkroniseringen er ferdig, og statussiden viser det.",
          "Wait until the synchronization is done and the status page shows it."))
    ],
    check: { input in
      input.findings { pair, found in
        guard let ratio = LengthRatio(pair) else { return }
        let isShort = ratio.relative < 0.4 && ratio.sourceCount > 40
        let isLong =
          pair.isUnspaced
          ? ratio.relative > 3 && ratio.sourceCount > 60
          : ratio.relative > 2.5 && ratio.sourceCount > 40
        // A title that is kept in English with its translation behind it is that much longer in a script
        // of few characters.
        let isGloss =
          pair.isUnspaced && ratio.relative < 4.5 && SharedRun(pair, atLeast: 4) != nil
        guard isShort || isLong && !isGloss else { return }
        found.append(
          pair.finding(
            "unit.length", .warning,
            (isShort ? short : long).filled("\(Int((ratio.relative * 100).rounded()))"),
            at: pair.wholeTarget, source: pair.unit.source))
      }
    })

  private static let short: MessageTemplate =
    "the translation has {count} % of the usual length; see whether something is missing"
  private static let long: MessageTemplate =
    "the translation has {count} % of the usual length; see whether it says more than the source"
}
