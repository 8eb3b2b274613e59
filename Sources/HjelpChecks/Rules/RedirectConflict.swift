internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `redirect.conflict`
  static let redirectConflict = Rule(
    id: "redirect.conflict", severity: .error,
    summary: "An old address is an article's own, or leads to two places.",
    rationale: """
      One address can show one thing. Remove the redirect from the article that does not need it.
      """,
    messages: [redirectTaken, redirectTwice],
    flagged: [
      Example(
        "---\ntitle: Synkronisering\n⟦redirect_from⟧: old\n---\n# Synkronisering\n",
        facts: FileFacts(redirects: [.takesPage(old: "old")]))
    ],
    accepted: [Example("---\ntitle: Synkronisering\nredirect_from: old\n---\n# Synkronisering\n")],
    check: { input in
      input.redirectFindings("redirect.conflict") {
        if case .loop = $0 { false } else { true }
      }
    })

  static let redirectTaken: MessageTemplate =
    "an article is at the old address '{path}'; remove the redirect"
  static let redirectTwice: MessageTemplate =
    "the old address '{path}' leads to '{path}' too; keep one redirect"
}
