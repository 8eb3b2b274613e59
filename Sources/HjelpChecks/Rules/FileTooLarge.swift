internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `file.too-large`
  static let fileTooLarge = Rule(
    id: "file.too-large", severity: .error,
    summary: "The file is larger than 2 MiB.",
    rationale: """
      No reader wants an article of that size, and one such file could stop the build of all others. \
      Divide it into several articles.
      """,
    messages: [message],
    flagged: [
      Example("⟦⟧", locale: "en-US", facts: FileFacts(excessiveSize: 3_000_000))
    ],
    accepted: [Example("# Sync\n\nText.\n", locale: "en-US")],
    check: { input in
      let size = input.article.file.bytes.count
      guard let excess = input.facts.excessiveSize ?? (size > Article.sizeLimit ? size : nil) else {
        return []
      }
      return [
        Finding(
          rule: "file.too-large", severity: .error, message: message.filled("\(excess)"),
          range: 0..<0)
      ]
    })

  private static let message: MessageTemplate =
    "the file has {size} bytes, more than 2 MiB; divide it into several articles"
}
