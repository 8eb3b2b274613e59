internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `link.unresolved`
  static let linkUnresolved = Rule(
    id: "link.unresolved", severity: .warning,
    summary: "A link leads to an article or a file that is not there.",
    rationale: """
      Readers who follow it meet an error page. It is a warning where an article of nearly the same \
      name is there, else an info, since the article may lie in another repository.
      """,
    messages: [near, missing],
    flagged: [
      Example(
        Example.frontMatter + unit("Se ⟦[dette](synx.md)⟧.", "See [this](synx.md)."),
        facts: .sampleContent)
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Se [dette](sync.md).", "See [this](sync.md)."),
        facts: .sampleContent),
      Example(
        Example.frontMatter + unit("Se [dette](/help/a).", "See [this](/help/a)."),
        facts: .sampleContent),
    ],
    check: { input in
      input.linkFindings("link.unresolved") { link, places in
        guard link.kind != .image, !link.path.isEmpty else { return nil }
        let name = String(decoding: link.path, as: UTF8.self)
        guard let target = link.target(from: input.article.id) else {
          return LinkFault(message: missing.filled(name), severity: .info)
        }
        if link.kind == .file {
          guard !places.hasFile(target, from: input.locale) else { return nil }
          return LinkFault(message: missing.filled(name), severity: .info)
        }
        guard !places.hasArticle(target), places.otherCase(of: target) == nil else { return nil }
        if let meant = places.nearestArticle(to: target) {
          return LinkFault(
            message: near.filled(name, "\(meant).md"),
            correction: (
              link.path,
              ArticleLink.path(to: meant.bytes + Array(".md".utf8), from: input.article.id)
            ))
        }
        return LinkFault(message: missing.filled(name), severity: .info)
      }
    })

  private static let near: MessageTemplate =
    "'{path}' is not there; did you mean '{path}'?"
  private static let missing: MessageTemplate =
    "'{path}' is not there; correct the link"
}
