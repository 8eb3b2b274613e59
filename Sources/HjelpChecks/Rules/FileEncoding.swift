internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `file.encoding`
  static let fileEncoding = Rule(
    id: "file.encoding", severity: .error,
    summary: "The file is not UTF-8 text.",
    rationale: """
      A page made of damaged text would show damaged text, so the article is not built. Save the file \
      as UTF-8; a byte order mark at its start and CRLF line ends are accepted.
      """,
    messages: [invalid, utf16, nul, carriageReturn, mark],
    flagged: [
      Example("# Sync\n\nA ⟦\u{0}⟧ byte.\n", locale: "en-US"),
      Example("# Sync⟦\r⟧Text.\n", locale: "en-US"),
    ],
    accepted: [Example("\u{FEFF}# Sync\r\n\r\nText.\r\n", locale: "en-US")],
    check: { input in
      guard let problem = input.article.encodingProblem else { return [] }
      let text: MessageTemplate
      switch problem.kind {
      case .invalidUTF8: text = invalid
      case .utf16: text = utf16
      case .nul: text = nul
      case .loneCarriageReturn: text = carriageReturn
      case .secondByteOrderMark: text = mark
      }
      let length = problem.kind == .secondByteOrderMark ? 3 : problem.kind == .utf16 ? 2 : 1
      return [
        Finding(
          rule: "file.encoding", severity: .error, message: text.filled(),
          range: problem.offset..<problem.offset + length)
      ]
    })

  private static let invalid: MessageTemplate =
    "the file is not UTF-8 from this byte on; save it as UTF-8"
  private static let utf16: MessageTemplate = "the file is UTF-16; save it as UTF-8"
  private static let nul: MessageTemplate = "the file holds a NUL byte; remove it"
  private static let carriageReturn: MessageTemplate =
    "the file holds a carriage return without a line feed; save it with LF or CRLF line ends"
  private static let mark: MessageTemplate =
    "the file holds a second byte order mark; remove it"
}
