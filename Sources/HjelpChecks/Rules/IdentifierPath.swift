internal import HjelpDiagnostics

extension Rule {
  /// `identifier.path`
  static let identifierPath = Rule(
    id: "identifier.path", severity: .error,
    summary: "A path, a file name or a registry key is not as in the source.",
    rationale: """
      There is no such place on the reader's machine when a part of a path is translated. Write it as in \
      the source; where only a blank was put in, the fix does it.
      """,
    messages: [spaced, missing],
    flagged: [
      .body(unit("⟦Åpne C:\\\\Brukere\\\\Felles⟧.", "Open C:\\\\Users\\\\Public.")),
      .body(unit("Se ⟦MAPIGUID. H⟧ her.", "See MAPIGUID.H here.")),
    ],
    accepted: [
      .body(unit("Åpne c:\\\\users\\\\public.", "Open C:\\\\Users\\\\Public.")),
      .body(unit("Logg på. Velg OK.", "Log in.Select OK.")),
    ],
    check: { input in
      input.findings(ofSource: .path) { pair, found in
        found += LostNames(pair, .path)
          .findings("identifier.path", .error, spaced: spaced, missing: missing)
      }
    })

  private static let spaced: MessageTemplate =
    "path '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "path '{name}' of the source is missing; write it as in the source"
}
