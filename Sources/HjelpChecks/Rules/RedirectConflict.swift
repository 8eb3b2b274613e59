internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `redirect.conflict`
  static let redirectConflict = Rule(
    id: "redirect.conflict", severity: .error,
    summary: "An old address is a page's own, leads to two places, or can be none.",
    rationale: """
      One address can show one thing, and it lies below the locale folder. Remove the redirect from the \
      article that does not need it.
      """,
    messages: [redirectTaken, redirectTwice, redirectUnusable, redirectHarmful],
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
    "a page is at the old address '{path}'; remove the redirect"
  static let redirectTwice: MessageTemplate =
    "the old address '{path}' leads to '{path}' too; keep one redirect"
  static let redirectUnusable: MessageTemplate =
    "'{path}' can be no old address; write a path below the locale folder"
  static let redirectHarmful: MessageTemplate =
    "the old address '{path}' leads to '{path}', whose scheme is not allowed"
}
