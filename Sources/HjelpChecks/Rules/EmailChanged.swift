internal import HjelpDiagnostics

extension Rule {
  /// `email.changed`
  static let emailChanged = Rule(
    id: "email.changed", severity: .error,
    summary: "An e-mail address is not as in the source.",
    rationale: """
      Mail to a changed address is lost, or reaches somebody else. Write the address as in the source.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(unit("⟦Skriv til hjelp@example.com⟧.", "Write to help@example.com.")),
      .body(unit("⟦bruker-ID-help@example.com⟧", "user ID help@example.com")),
    ],
    accepted: [.body(unit("Skriv til Help@example.com.", "Write to help@example.com."))],
    check: { input in
      input.findings(ofSource: .email) { pair, found in
        found += LostNames(pair, .email)
          .findings("email.changed", .error, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "address '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "address '{name}' of the source is missing; write it as in the source"
}
