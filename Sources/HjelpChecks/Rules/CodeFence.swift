internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `code.fence`
  static let codeFence = Rule(
    id: "code.fence", severity: .error,
    summary: "A block of code differs from the same block of the source article.",
    rationale: """
      Readers copy the block, and changed code does not run, or runs another version. Copy the block from \
      the source article; comments may be translated.
      """,
    messages: [changed, count],
    flagged: [
      Example(
        Example.frontMatter + soundUnit + "\n```swift\n⟦let a = 2⟧\n```\n",
        facts: FileFacts(sourceFences: [Array("let a = 1\n".utf8)]))
    ],
    accepted: [
      Example(
        Example.frontMatter + soundUnit + "\n```swift\nlet a = 1 // en\n```\n",
        facts: FileFacts(sourceFences: [Array("let a = 1 // one\n".utf8)]))
    ],
    check: { input in
      guard let source = input.facts.sourceFences, input.article.isBilingual else { return [] }
      let fences = input.article.fences.map { FencedCode(input.article.file.bytes, $0) }
      guard fences.count == source.count else {
        guard let first = fences.first else { return [] }
        return [
          Finding(
            rule: "code.fence", severity: .error,
            message: count.filled("\(source.count)", "\(fences.count)"), range: first.content)
        ]
      }
      return zip(fences, source).compactMap { fence, wanted in
        guard let line = fence.firstDifference(from: wanted) else { return nil }
        return Finding(
          rule: "code.fence", severity: .error, message: changed.filled(), range: line)
      }
    })

  private static let changed: MessageTemplate =
    "this line differs from the source article's code; copy the block from there"
  private static let count: MessageTemplate =
    "the source article has {count} blocks of code, this one {other}; copy what is missing"
}
