internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `html.disallowed-attribute`
  static let htmlDisallowedAttribute = Rule(
    id: "html.disallowed-attribute", severity: .info,
    summary: "An attribute of raw HTML is not allowed on pages and was dropped.",
    rationale: """
      Scripts and forms have no place in an article, and attributes that carry them are never \
      published. Nothing needs to be done unless the page misses something.
      """,
    messages: [message],
    flagged: [
      Example("# Sync\n\n<span ⟦onclick=\"x()\"⟧>Text</span>.\n", locale: "en-US")
    ],
    accepted: [Example("# Sync\n\n<span lang=\"nb\">Tekst</span>.\n", locale: "en-US")],
    check: { input in
      findings(.attribute, in: input) { (.info, message.filled($0.name)) }
    })

  private static let message: MessageTemplate =
    "attribute '{name}' is not allowed on pages and was dropped"
}
