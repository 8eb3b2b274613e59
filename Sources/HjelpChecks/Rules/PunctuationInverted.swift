internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `punctuation.inverted`
  static let punctuationInverted = Rule(
    id: "punctuation.inverted", severity: .info,
    summary: "A Spanish question or exclamation has no mark at its beginning.",
    rationale: """
      Spanish opens a question with ¿ and an exclamation with ¡. Put the mark where the question begins.
      """,
    messages: [message],
    flagged: [.body(unit("Quiere esperar⟦?⟧", "Do you want to wait?"), locale: "es-ES")],
    accepted: [
      .body(unit("¿Quiere esperar?", "Do you want to wait?"), locale: "es-ES"),
      .body(unit("Vil du vente?", "Do you want to wait?")),
    ],
    check: { input in
      guard input.locale.language == "es" else { return [] }
      return input.findings { pair, found in
        guard let end = FinalMark(pair.sides.target, pair.target.text, pair.language),
          end.kind == .question || end.kind == .exclamation
        else { return }
        let wanted = Array((end.kind == .question ? "¿" : "¡").utf8)
        guard !pair.targetText.contains(wanted) else { return }
        found.append(
          pair.finding(
            "punctuation.inverted", .info,
            message.filled(String(decoding: wanted, as: UTF8.self)),
            at: pair.targetPlace(end.range)))
      }
    })

  private static let message: MessageTemplate =
    "the sentence has no '{mark}' at its beginning; put it there"
}
