internal import HjelpDiagnostics

extension Rule {
  /// `code.dropped`
  static let codeDropped = Rule(
    id: "code.dropped", severity: .warning,
    summary: "Code has lost its backticks.",
    rationale: """
      Without backticks code reads as prose, and its marks may be taken for markup. Put the backticks \
      back; the fix does it.
      """,
    messages: [message],
    flagged: [.body(unit("Skriv ⟦dir /s⟧ her.", "Type `dir /s` here."))],
    accepted: [.body(unit("Skriv `dir /s` her.", "Type dir /s here."))],
    check: { input in
      input.findings { pair, found in
        let codes = CodeComparison(pair)
        for (code, place) in codes.dropped {
          let range = pair.targetPlace(place)
          found.append(
            pair.finding(
              "code.dropped", .warning, message.filled(codes.text(code)), at: range,
              source: pair.sourcePlace(markdown: code.range),
              fix: Fix(
                isSafe: true,
                edits: [
                  .init(range: range, text: "`" + codes.text(code) + "`")
                ])))
        }
      }
    })

  private static let message: MessageTemplate =
    "code '{code}' has lost its backticks; put them back"
}
