package import HjelpArticle
package import HjelpChecks
internal import HjelpDiagnostics
package import HjelpMarkdown

/// An article as the compiler has it: read, and known to be buildable or not.
package struct ArticleFile: Sendable {
  /// Where it lies.
  package let input: Workspace.Input
  /// The article.
  package let article: Article
  /// What is known of the file.
  package var facts: FileFacts
  /// The limits that its Markdown passes.
  package let excesses: [DocumentLimits.Excess]

  /// Reads a file; one that cannot be read is an empty article with a fact.
  package init(reading input: Workspace.Input) {
    self.input = input
    var facts = FileFacts()
    var bytes: [UInt8] = []
    if let reason = Self.refusal(of: input) {
      facts.unreadable = reason
    } else {
      switch SystemCalls.read(input.path, limit: Article.sizeLimit) {
      case .bytes(let content): bytes = content
      case .tooLarge(let size): facts.excessiveSize = size
      case .failed(let reason): facts.unreadable = reason
      }
    }
    article = Article(
      SourceFile(path: input.name, bytes: bytes), id: input.id, expectedLocale: input.locale,
      yaml: FrontMatterYAML.reader)
    self.facts = facts
    excesses =
      article.encodingProblem == nil
      ? DocumentLimits.excesses(in: article.edition(of: .target).markdown) : []
  }

  /// Whether it gets a page.
  package var isBuildable: Bool {
    CheckInput.isBuildable(article, facts, excesses) && !facts.isShadowed
  }

  /// Why a path is not read: a link out of the content, or something that is no file.
  private static func refusal(of input: Workspace.Input) -> String? {
    guard let status = SystemCalls.status(input.path, follows: false) else {
      return SystemCalls.lastReason
    }
    switch status.kind {
    case .file: return nil
    case .folder:
      let isNamed = input.path.suffix(3).elementsEqual(".md".utf8)
      return isNamed ? "it is a folder named '.md'" : "the folder cannot be opened"
    case .other: return "it is not a regular file"
    case .link:
      guard let target = SystemCalls.resolved(input.path) else { return "the link leads nowhere" }
      guard target.starts(with: input.root + [0x2F]) else {
        return "the link leaves the content folder"
      }
      let isFolder = SystemCalls.status(input.path)?.kind == .folder
      return isFolder ? "links to folders are not followed" : nil
    }
  }
}
