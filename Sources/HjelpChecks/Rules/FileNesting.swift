internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `file.nesting`
  static let fileNesting = Rule(
    id: "file.nesting", severity: .error,
    summary: "Quotes and lists are nested more than 64 deep.",
    rationale: """
      Such a text was made by accident or to do harm, and reading it can take minutes, so the article \
      is not built. Flatten the lists.
      """,
    messages: [message],
    flagged: [
      Example("# Sync\n\n⟦" + String(repeating: ">", count: 70) + " deep⟧\n", locale: "en-US")
    ],
    accepted: [
      Example("# Sync\n\n" + String(repeating: "> ", count: 10) + "deep\n", locale: "en-US")
    ],
    check: { input in
      input.excesses.compactMap { excess in
        guard case .depth(let offset) = excess else { return nil }
        return Finding(
          rule: "file.nesting", severity: .error, message: message.filled(),
          range: input.line(ofMarkdownOffset: offset))
      }
    })

  private static let message: MessageTemplate =
    "quotes and lists are nested more than 64 deep here; flatten them"
}

extension CheckInput {
  /// The line of the file that holds an offset of the published side.
  func line(ofMarkdownOffset offset: Int) -> Range<Int> {
    let start = article.edition(of: .target).fileOffset(of: offset)
    var end = start
    while end < article.file.bytes.count, article.file.bytes[end] != 0x0A { end += 1 }
    return start..<end
  }
}
