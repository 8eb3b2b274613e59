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

  /// The text of the first heading, if it is of the first level: its translation, without markup.
  let heading: [UInt8]?

  /// Whether only its head was read: front matter and the first heading.
  let isSketch: Bool

  /// Of a sketch, the sentences that articles in scope have too.
  let sentences: [SketchedSentence]

  /// Reads a file; one that cannot be read is an empty article with a fact.
  package init(reading input: Workspace.Input) { self.init(reading: input, wanted: nil) }

  /// Reads the front matter, the first heading and the sentences of a file that have one of these
  /// hashes: what other articles need to know of it.
  init(sketching input: Workspace.Input, wanted: Set<UInt64>) {
    self.init(reading: input, wanted: wanted)
  }

  private init(reading input: Workspace.Input, wanted: Set<UInt64>?) {
    var facts = FileFacts()
    var bytes: [UInt8] = []
    if let reason = Self.refusal(of: input) {
      facts.unreadable = reason
    } else {
      switch SystemCalls.read(input.path, limit: Article.sizeLimit) {
      case .bytes(let content): bytes = content
      case .tooLarge(let size): facts.excessiveSize = size
      case .failed(let reason, _): facts.unreadable = reason
      }
    }
    if let wanted {
      let sentences = SketchedSentence.all(in: bytes, wanted: wanted)
      self.init(input, Self.head(of: bytes), facts, isSketch: true, sentences: sentences)
    } else {
      self.init(input, bytes, facts, isSketch: false)
    }
  }

  /// The same file with other content.
  func replacing(_ bytes: [UInt8]) -> ArticleFile {
    ArticleFile(input, bytes, facts, isSketch: false)
  }

  private init(
    _ input: Workspace.Input, _ bytes: [UInt8], _ facts: FileFacts, isSketch: Bool,
    sentences: [SketchedSentence] = []
  ) {
    self.sentences = sentences
    self.input = input
    self.isSketch = isSketch
    self.facts = facts
    article = Article(
      SourceFile(path: input.name, bytes: bytes), id: input.id, expectedLocale: input.locale,
      yaml: FrontMatterYAML.reader)
    heading = HeadingText.first(of: article)
    excesses =
      article.encodingProblem == nil && !isSketch
      ? DocumentLimits.excesses(in: article.edition(of: .target).markdown) : []
  }

  /// The bytes up to the first heading; all of them where code stands before it.
  private static func head(of bytes: [UInt8]) -> [UInt8] {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if line.first == UInt8(ascii: "#") { return Array(bytes[..<end]) }
      if line.contains(UInt8(ascii: "`")) || line.contains(UInt8(ascii: "~")) { return bytes }
      start = end + 1
    }
    return bytes
  }

  /// Whether it gets a page.
  package var isBuildable: Bool {
    CheckInput.isBuildable(article, facts, excesses) && !facts.isShadowed
  }

  /// Why a path is not read: a link out of the content, or something that is no file.
  private static func refusal(of input: Workspace.Input) -> String? {
    if let refusal = input.refusal { return "the folder cannot be opened: \(refusal)" }
    switch input.kind {
    case nil:
      return SystemCalls.status(input.path, follows: false) == nil ? SystemCalls.lastReason : nil
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
