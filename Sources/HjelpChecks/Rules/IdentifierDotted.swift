internal import HjelpDiagnostics

extension Rule {
  /// `identifier.dotted`
  static let identifierDotted = Rule(
    id: "identifier.dotted", severity: .error,
    summary: "A name with dots or `::` is not as in the source.",
    rationale: """
      Programmers search for the exact name, and a blank in it breaks code. Write it as in the source; \
      where only a blank was put in, the finding is an error and the fix does it.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(unit("Bruk ⟦Application. Quit⟧ her.", "Use Application.Quit here.")),
      .body(unit("Kall ⟦IMAPIProp:: GetProps⟧ nå.", "Call IMAPIProp::GetProps now.")),
    ],
    accepted: [
      .body(unit("Bruk application.quit her.", "Use Application.Quit here.")),
      .body(unit("Gå til portal. Velg OK.", "Go to portal.Select OK.")),
    ],
    check: { input in
      input.findings(ofSource: .dotted) { pair, found in
        found += LostNames(pair, .dotted)
          .findings("identifier.dotted", .warning, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "name '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "name '{name}' of the source is missing; write it as in the source"
}
