internal import HjelpDiagnostics

extension Rule {
  /// `identifier.parameter`
  static let identifierParameter = Rule(
    id: "identifier.parameter", severity: .error,
    summary: "A parameter or a variable of a command is not verbatim in the translation.",
    rationale: """
      A command whose parameter was translated or torn off its hyphen does not run. Write it as in the \
      source; where only a blank was put in, the fix does it.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(unit("Bruk ⟦- Identity⟧ her.", "Use -Identity here.")),
      .body(unit("⟦Sett $enhet til navnet⟧.", "Set $device to the name.")),
    ],
    accepted: [
      .body(unit("Bruk -identity-verdien.", "Use the value of -Identity.")),
      .body(unit("Outlook - nyheter.", "Outlook -news.")),
    ],
    check: { input in
      input.findings(ofSource: .parameter) { pair, found in
        found += LostNames(pair, .parameter)
          .findings("identifier.parameter", .error, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "parameter '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "parameter '{name}' of the source is missing; write it as in the source"
}
