internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `file.brackets`
  static let fileBrackets = Rule(
    id: "file.brackets", severity: .error,
    summary: "A block holds more than 5,000 brackets.",
    rationale: """
      Such a text was made by accident or to do harm, and reading it can take minutes, so the article \
      is not built. Divide the block, or put it in fenced code.
      """,
    messages: [message],
    flagged: [],
    accepted: [Example("# Sync\n\n[a](b) [c](d)\n", locale: "en-US")],
    check: { input in
      input.excesses.compactMap { excess in
        guard case .brackets(let offset) = excess else { return nil }
        let start = input.article.edition(of: .target).fileOffset(of: offset)
        return Finding(
          rule: "file.brackets", severity: .error, message: message.filled(),
          range: start..<start + 1)
      }
    })

  private static let message: MessageTemplate =
    "this block holds more than 5,000 brackets; divide it"
}
