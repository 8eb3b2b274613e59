internal import HjelpDiagnostics

extension Rule {
  /// `identifier.error-code`
  static let identifierErrorCode = Rule(
    id: "identifier.error-code", severity: .error,
    summary: "An error code or a version is not as in the source.",
    rationale: """
      Products look errors up by their code, and so do readers. Write it as in the source.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(unit("⟦Feilen er 0x80070006⟧.", "The error is 0x80070005.")),
      .body(unit("⟦Feil 5.7.50⟧.", "Error 5.7.750.")),
    ],
    accepted: [
      .body(unit("Feil 0X80070005.", "Error 0x80070005.")),
      .body(unit("Feil AADSTS50011.", "Error AADSTS50011.")),
    ],
    check: { input in
      input.findings(ofSource: .errorCode) { pair, found in
        found += LostNames(pair, .errorCode)
          .findings("identifier.error-code", .error, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "code '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "code '{name}' of the source is missing; write it as in the source"
}
