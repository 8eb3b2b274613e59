internal import HjelpDiagnostics

extension Rule {
  /// `identifier.cmdlet`
  static let identifierCmdlet = Rule(
    id: "identifier.cmdlet", severity: .error,
    summary: "A PowerShell command is not verbatim in the translation.",
    rationale: """
      Readers copy commands, and a translated one does not run. Write the command as in the source.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(unit("⟦Kjør Hent-Postboks⟧.", "Run Get-Mailbox.")),
      .body(unit("⟦New SharingPolicy を実行します⟧。", "Run New-SharingPolicy."), locale: "ja-JP"),
    ],
    accepted: [
      .body(unit("Kjør get-mailbox.", "Run Get-Mailbox.")),
      .body(unit("Åpne tillegg.", "Open Add-Ins.")),
      .body(unit("Get-Mailboxを実行します。", "Run Get-Mailbox."), locale: "ja-JP"),
    ],
    check: { input in
      input.findings(ofSource: .cmdlet) { pair, found in
        found += LostNames(pair, .cmdlet)
          .findings("identifier.cmdlet", .error, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "command '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "command '{name}' of the source is missing; write it as in the source"
}
