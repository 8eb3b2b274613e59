internal import HjelpDiagnostics

extension Rule {
  /// `identifier.guid`
  static let identifierGUID = Rule(
    id: "identifier.guid", severity: .error,
    summary: "A GUID is not as in the source.",
    rationale: """
      A GUID with one wrong digit names something else or nothing. Write it as in the source.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(
        unit(
          "⟦Id 142eb27e-0000-4000-8000-00000000000a⟧.", "Id 142eb27e-0000-4000-8000-000000000001."))
    ],
    accepted: [
      .body(
        unit(
          "Id 142EB27E-0000-4000-8000-000000000001.",
          "Id 142eb27e-0000-4000-8000-000000000001."))
    ],
    check: { input in
      input.findings(ofSource: .guid) { pair, found in
        found += LostNames(pair, .guid)
          .findings("identifier.guid", .error, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "GUID '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "GUID '{name}' of the source is missing; write it as in the source"
}
