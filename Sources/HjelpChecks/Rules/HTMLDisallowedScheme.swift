internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `html.disallowed-scheme`
  static let htmlDisallowedScheme = Rule(
    id: "html.disallowed-scheme", severity: .info,
    summary: "A link or image has a scheme that is not allowed, and only its text is published.",
    rationale: """
      A link with such a scheme could run a program or a script on the reader's machine. If the scheme \
      is meant, add it to `url-schemes` in `hjelp.yml`.
      """,
    messages: [message],
    flagged: [Example("# Sync\n\n⟦[Run](javascript:alert)⟧ it.\n", locale: "en-US")],
    accepted: [
      Example(
        "# Sync\n\n[Settings](ms-settings:windowsupdate), [mail](mailto:a@example.com).\n",
        locale: "en-US")
    ],
    check: { input in
      findings(.scheme, in: input) { (.info, message.filled($0.name)) }
    })

  private static let message: MessageTemplate =
    "scheme '{scheme}:' is not allowed; only the text is published"
}
