internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `redirect.loop`
  static let redirectLoop = Rule(
    id: "redirect.loop", severity: .error,
    summary: "Redirects lead back to where they began.",
    rationale: """
      A browser gives up after some rounds and shows an error. Remove one of the redirects.
      """,
    messages: [redirectLoops],
    flagged: [
      Example(
        "---\ntitle: Synkronisering\n⟦redirect_from⟧: old\n---\n# Synkronisering\n",
        facts: FileFacts(redirects: [.loop(old: "old")]))
    ],
    accepted: [Example("---\ntitle: Synkronisering\nredirect_from: old\n---\n# Synkronisering\n")],
    check: { input in
      input.redirectFindings("redirect.loop") {
        if case .loop = $0 { true } else { false }
      }
    })

  static let redirectLoops: MessageTemplate =
    "the redirect from '{path}' leads back to itself; remove one of the redirects"
}

extension CheckInput {
  /// The findings for redirects of one kind, at their key in the front matter.
  func redirectFindings(_ rule: RuleID, _ isOfKind: (RedirectFact) -> Bool) -> [Finding] {
    let place = article.frontMatter?.field("redirect_from")?.keyRange ?? 0..<0
    return facts.redirects.filter(isOfKind).map {
      Finding(rule: rule, severity: .error, message: $0.message, range: place)
    }
  }
}
