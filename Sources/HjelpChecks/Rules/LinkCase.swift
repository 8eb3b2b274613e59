internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `link.case`
  static let linkCase = Rule(
    id: "link.case", severity: .warning,
    summary: "A link or image is written in another case than the file's name.",
    rationale: """
      It works on the author's computer and breaks on a server, where case counts. Write the name as the \
      file has it.
      """,
    messages: [message],
    flagged: [
      Example(
        Example.frontMatter + unit("Se ⟦[dette](Sync.md)⟧.", "See [this](Sync.md)."),
        facts: .sampleContent)
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Se [dette](sync.md).", "See [this](sync.md)."),
        facts: .sampleContent)
    ],
    check: { input in
      input.linkFindings("link.case") { link, places in
        guard !link.path.isEmpty, let target = link.target(from: input.article.id),
          !(link.kind == .article ? places.hasArticle(target) : places.hasImage(target)),
          let actual = places.otherCase(of: target), actual != target
        else { return nil }
        let name = String(decoding: link.path, as: UTF8.self)
        let file = actual.bytes + (link.kind == .article ? Array(".md".utf8) : [])
        return LinkFault(
          message: message.filled(name, String(decoding: file, as: UTF8.self)),
          correction: (link.path, ArticleLink.path(to: file, from: input.article.id)))
      }
    })

  private static let message: MessageTemplate =
    "'{path}' is written in another case than the file; the file is '{path}'"
}
