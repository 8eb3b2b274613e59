internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `link.fragment`
  static let linkFragment = Rule(
    id: "link.fragment", severity: .warning,
    summary: "A link leads to a bookmark that its article does not have.",
    rationale: """
      Readers land at the top of the page instead of the place that was meant. Headings have the \
      bookmark of their source heading in every language.
      """,
    messages: [near, missing],
    flagged: [
      Example(
        Example.frontMatter + unit("Se ⟦[dette](sync.md#stopp)⟧.", "See [this](sync.md#stopp)."),
        facts: .sampleContent)
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Se [dette](sync.md#stop).", "See [this](sync.md#stop)."),
        facts: .sampleContent)
    ],
    check: { input in
      input.linkFindings("link.fragment") { link, places in
        guard link.kind == .article, let fragment = link.fragment,
          let target = link.target(from: input.article.id), places.hasArticle(target),
          let anchors = places.anchors(
            of: target, from: input.locale, asker: input.article.id),
          !anchors.contains(fragment)
        else { return nil }
        let name = String(decoding: fragment, as: UTF8.self)
        let known = anchors.map { String(decoding: $0, as: UTF8.self) }
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if let meant = Suggestion.nearest(to: name, among: known) {
          return LinkFault(
            message: near.filled(name, "\(target).md", meant),
            correction: (Array("#\(name)".utf8), Array("#\(meant)".utf8)))
        }
        return LinkFault(message: missing.filled(name, "\(target).md"))
      }
    })

  private static let near: MessageTemplate =
    "bookmark '#{name}' is not in '{path}'; did you mean '#{name}'?"
  private static let missing: MessageTemplate =
    "bookmark '#{name}' is not in '{path}'; correct the link"
}
