package import HjelpArticle
package import HjelpChecks
internal import HjelpDiagnostics
package import HjelpMarkdown

/// An article as the compiler has it: read, and known to be buildable or not.
package struct ArticleFile: Sendable {
  /// What was seen as the file was read; there is one of each file.
  private final class Reading: Sendable {
    let input: Workspace.Input
    let summary: ArticleSummary
    let excesses: [DocumentLimits.Excess]
    let heading: UInt64?
    let isSketch: Bool
    let sentences: [SketchedSentence]
    /// Its names for lists, where the article is not kept: of the translation, and of the source.
    let names: [String]
    /// Whether it can be parsed.
    let isSound: Bool
    /// What the system said of the file.
    let status: SystemCalls.Status?
    /// Where it is said that the article cannot be read again.
    let failures: ReadFailures?

    init(
      unchanged input: Workspace.Input, _ known: BuildState.Article, failures: ReadFailures
    ) {
      self.input = input
      self.failures = failures
      (status, summary, heading) = (known.status, known.summary, known.heading)
      (names, isSound) = (known.names, known.isSound)
      (excesses, sentences, isSketch) = ([], [], false)
    }

    init(
      _ input: Workspace.Input, _ article: Article, _ facts: FileFacts,
      sentences: [SketchedSentence]?, excesses: [DocumentLimits.Excess],
      status: SystemCalls.Status?, failures: ReadFailures?
    ) {
      self.failures = failures
      self.input = input
      self.status = status
      self.excesses = excesses
      self.sentences = sentences ?? []
      isSketch = sentences != nil
      summary = ArticleSummary(article, sketched: sentences)
      heading = HeadingText.first(of: article).map { ByteHash.value($0[...]) }
      isSound = CheckInput.isBuildable(article, facts, excesses)
      let sides: [Side] = article.isBilingual ? [.target, .source] : [.target]
      names = failures != nil ? sides.map { ListedName.text(of: article, $0) } : []
    }
  }

  /// What is known of a file of which anything is.
  private final class Facts: Sendable {
    let facts: FileFacts

    init(_ facts: FileFacts) { self.facts = facts }
  }

  private let reading: Reading
  private let kept: Article?
  private var known: Facts?

  /// Where it lies.
  package var input: Workspace.Input { reading.input }
  /// What is known of the article when it is not at hand.
  var summary: ArticleSummary { reading.summary }
  /// The limits that its Markdown passes.
  package var excesses: [DocumentLimits.Excess] { reading.excesses }
  /// The hash of the text of the first heading, if it is of the first level: its translation, without
  /// markup.
  var heading: UInt64? { reading.heading }
  /// Whether only its head was read: front matter and the first heading.
  var isSketch: Bool { reading.isSketch }
  /// Of a sketch, the sentences that articles in scope have too.
  var sentences: [SketchedSentence] { reading.sentences }
  /// Whether it can be parsed.
  var isSound: Bool { reading.isSound }
  /// What the system said of the file before its article was read; `nil` where that was not asked.
  var status: SystemCalls.Status? { reading.status }
  /// Whether its bytes are at hand and within all limits.
  var isReadable: Bool {
    facts.unreadable == nil && facts.excessiveSize == nil && excesses.isEmpty
  }
  /// Its names for lists, of the translation and of the source, where the article is not kept.
  var names: [String] { reading.names }
  /// Whether it gets a page.
  package var isBuildable: Bool { reading.isSound && !(known?.facts.isShadowed ?? false) }

  /// What is known of the file.
  package var facts: FileFacts {
    get { known?.facts ?? FileFacts() }
    set { known = Facts(newValue) }
  }

  /// The article: kept, or read again. Where that fails it is empty, and the failure is kept.
  package var article: Article {
    if let kept { return kept }
    guard facts.unreadable == nil, facts.excessiveSize == nil else {
      // The finding says why; the file is not looked at again.
      return Self.article(input, [])
    }
    let (bytes, fault) = Self.content(of: input)
    if let reason = fault?.unreadable {
      reading.failures?.add(.unusable(path: input.name, reason: reason))
    } else if fault != nil {
      reading.failures?.add(changed)
    }
    return Self.article(input, bytes)
  }

  /// The article's name for lists in the language of a side.
  func name(_ side: Side) -> String {
    let place = side == .target ? 0 : 1
    return place < reading.names.count
      ? reading.names[place] : ListedName.text(of: article, side)
  }

  // MARK: - Reading

  /// Reads a file; one that cannot be read is an empty article with a fact.
  ///
  package init(reading input: Workspace.Input) {
    let (bytes, fault) = Self.content(of: input)
    self.init(input, bytes, fault.map(Facts.init))
  }

  /// Reads a file whose article is not kept but read again when it is needed.
  ///
  /// - Parameters:
  ///   - large: The room for large articles, which are kept.
  ///   - failures: Where it is said that it cannot be read again.
  init(summarizing input: Workspace.Input, large: LargeArticles, failures: ReadFailures) {
    let status = SystemCalls.status(input.path)
    let (bytes, fault) = Self.content(of: input)
    self.init(
      input, bytes, fault.map(Facts.init), status: status, failures: failures,
      keepsArticle: large.take(bytes.count))
  }

  /// A file that is as an earlier build has read it.
  init(unchanged input: Workspace.Input, _ known: BuildState.Article, failures: ReadFailures) {
    reading = Reading(unchanged: input, known, failures: failures)
    kept = nil
  }

  /// Reads the front matter, the first heading and the sentences of a file that have one of these
  /// hashes: what other articles need to know of it.
  init(sketching input: Workspace.Input, wanted: Set<UInt64>) {
    let (bytes, fault) = Self.content(of: input)
    let sentences = SketchedSentence.all(in: bytes, wanted: wanted)
    self.init(input, Self.head(of: bytes), fault.map(Facts.init), sentences: sentences)
  }

  /// The same file with other content, and what is known of it.
  func replacing(_ bytes: [UInt8]) -> ArticleFile { ArticleFile(input, bytes, known) }

  /// The same with the article. One that was written meanwhile is taken as it is now, if it gets the
  /// same pages as before.
  ///
  /// - Throws: An error if it does not, or if it cannot be read again.
  func loaded() throws(CompilerError) -> ArticleFile {
    guard kept == nil else { return self }
    guard facts.unreadable == nil, facts.excessiveSize == nil else {
      return ArticleFile(reading, article, known)
    }
    guard let status = try SystemCalls.found(input.path) else { throw changed }
    let (bytes, fault) = Self.content(of: input)
    if let reason = fault?.unreadable { throw .unusable(path: input.name, reason: reason) }
    guard status != reading.status else {
      return ArticleFile(reading, Self.article(input, bytes), known)
    }
    let again = ArticleFile(input, bytes, known)
    guard fault == nil, again.reading.isSound == reading.isSound,
      again.summary.locale == summary.locale, again.summary.isBilingual == summary.isBilingual
    else { throw changed }
    return again
  }

  private var changed: CompilerError {
    .unusable(path: input.name, reason: "it changed while the site was built; build again")
  }

  private init(_ reading: Reading, _ kept: Article?, _ known: Facts?) {
    self.reading = reading
    self.kept = kept
    self.known = known
  }

  /// - Parameter sentences: Those of a sketch.
  private init(
    _ input: Workspace.Input, _ bytes: [UInt8], _ known: Facts?,
    sentences: [SketchedSentence]? = nil, status: SystemCalls.Status? = nil,
    failures: ReadFailures? = nil, keepsArticle: Bool = true
  ) {
    let article = Self.article(input, bytes)
    let excesses =
      article.encodingProblem == nil && sentences == nil
      ? DocumentLimits.excesses(in: article.edition(of: .target).markdown) : []
    self.init(
      Reading(
        input, article, known?.facts ?? FileFacts(), sentences: sentences, excesses: excesses,
        status: status,
        failures: failures),
      keepsArticle ? article : nil, known)
  }

  private static func article(_ input: Workspace.Input, _ bytes: [UInt8]) -> Article {
    Article(
      SourceFile(path: input.name, bytes: bytes), id: input.id, expectedLocale: input.locale,
      yaml: FrontMatterYAML.reader)
  }

  /// The bytes of a file, or why there are none.
  private static func content(of input: Workspace.Input) -> ([UInt8], fault: FileFacts?) {
    if let reason = refusal(of: input) { return ([], FileFacts(unreadable: reason)) }
    switch SystemCalls.read(input.path, limit: Article.sizeLimit) {
    case .bytes(let content): return (content, nil)
    case .tooLarge(let size): return ([], FileFacts(excessiveSize: size))
    case .failed(let reason, _): return ([], FileFacts(unreadable: reason))
    }
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
