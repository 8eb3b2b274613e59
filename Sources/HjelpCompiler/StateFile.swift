internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpLookup

/// The file that a build's state is kept in.
///
/// Eight bytes that name the format; the hash of what decides beside the articles; the stamp of the site;
/// the locales; how many articles were replaced; the search files; the lists; the store; the articles; a
/// checksum.
enum StateFile {
  private static let magic = Array("HJSTATE1".utf8)
  /// The length of a SHA-256 in hexadecimal digits.
  private static let hashLength = 64

  /// Writes a file.
  ///
  /// - Parameter site: The stamp of the site.
  static func write(
    _ build: KeptBuild, site: String, _ put: SystemCalls.Put
  ) throws(CompilerError) {
    var sum = BlockSum()
    var bytes = IndexBytes()
    bytes.append(contentsOf: magic)
    bytes.append(contentsOf: build.inputs.others.utf8)
    bytes.append(contentsOf: site.utf8)
    let locales = build.locales
    bytes.append(texts: locales.map(\.description))
    bytes.appendVariable(build.replaced)
    bytes.append(texts: build.searchFiles)
    bytes.appendVariable(build.lists.known.count)
    for (locale, known) in build.lists.known.sorted(by: { $0.key < $1.key }) {
      bytes.appendText(locale.description.utf8)
      bytes.append64(known.hash)
      bytes.append(texts: known.groups.names)
      for numbers in [known.order, known.others, known.groups.numbers] {
        bytes.appendVariable(numbers.count)
        for number in numbers { bytes.appendVariable(Int(number) + 1) }
      }
    }
    try sum.write(bytes, put)
    try build.store.forEachPart { part throws(CompilerError) in try sum.write(part, put) }
    bytes.removeAll()
    for index in 0..<build.count {
      append(build.article(index), locales, to: &bytes)
      guard bytes.count >= BlockSum.block || index == build.count - 1 else { continue }
      try sum.write(bytes, put)
      bytes.removeAll()
    }
    try sum.finish(put)
  }

  private static func append(
    _ article: BuildState.Article, _ locales: [LocaleTag], to bytes: inout IndexBytes
  ) {
    bytes.append(
      (article.status == nil ? 0 : 1) | (article.isSound ? 2 : 0)
        | (article.heading == nil ? 0 : 4))
    if let status = article.status {
      for value in [
        UInt64(status.size), status.device, UInt64(bitPattern: status.changed),
        UInt64(bitPattern: status.touched), status.number,
      ] { bytes.append64(value) }
    }
    if let heading = article.heading { bytes.append64(heading) }
    article.summary.append(to: &bytes, locales: locales)
    bytes.append(texts: article.names)
    let outcome = article.outcome
    for severity in Severity.allCases { bytes.appendVariable(outcome.counts[severity]) }
    bytes.appendVariable(outcome.entries.count)
    for entry in outcome.entries {
      entry.stored.append(to: &bytes)
      bytes.append(texts: entry.declared)
    }
    bytes.appendVariable(outcome.asked.count)
    for id in outcome.asked { bytes.appendText(id.bytes) }
    bytes.append64(outcome.lists)
  }

  /// Reads the body of a file.
  struct Reader {
    private let bytes: [UInt8]
    private var cursor = IndexCursor(0)

    /// The file of these bytes; `nil` where they are not as they were written.
    init?(_ bytes: [UInt8]) {
      guard BlockSum.isRight(bytes) else { return nil }
      self.bytes = bytes
    }

    /// The stamp of the site; `nil` if the state is of a build that something else decided beside the
    /// articles.
    mutating func site(_ inputs: InputStamps) -> String? {
      let head = magic + Array(inputs.others.utf8)
      cursor.position = head.count + StateFile.hashLength
      guard bytes.starts(with: head), cursor.position <= bytes.count else { return nil }
      return String(decoding: bytes[head.count..<cursor.position], as: UTF8.self)
    }

    /// All that follows; `nil` where it does not fit.
    ///
    /// - Parameter count: The number of the articles.
    mutating func parts(
      count: Int
    ) -> (
      articles: [BuildState.Article], store: PassageStore,
      lists: [LocaleTag: SiteLists.Known], replaced: Int, searchFiles: [String]
    )? {
      let locales = cursor.texts(bytes).compactMap { LocaleTag($0) }
      let replaced = cursor.variable(bytes)
      let searchFiles = cursor.texts(bytes)
      var lists: [LocaleTag: SiteLists.Known] = [:]
      for _ in 0..<cursor.count(bytes, atMost: bytes.count) {
        guard let locale = LocaleTag(cursor.string(bytes)) else { return nil }
        let hash = cursor.fixed64(bytes)
        let groups = cursor.texts(bytes)
        let (order, others) = (numbers(), numbers())
        lists[locale] = SiteLists.Known(
          hash: hash, order: order, others: others, groups: (groups, numbers()))
      }
      guard let store = PassageStore(&cursor, bytes) else { return nil }
      var articles: [BuildState.Article] = []
      articles.reserveCapacity(count)
      for _ in 0..<count {
        guard let article = article(locales, store) else { return nil }
        articles.append(article)
      }
      guard !cursor.isOver, cursor.position == bytes.count - 8 else { return nil }
      return (articles, store, lists, replaced, searchFiles)
    }

    private mutating func numbers() -> [Int32] {
      (0..<cursor.count(bytes, atMost: bytes.count)).map { _ in
        Int32(cursor.count(bytes, atMost: Int(Int32.max))) - 1
      }
    }

    private mutating func article(
      _ locales: [LocaleTag], _ store: PassageStore
    ) -> BuildState.Article? {
      let flags = cursor.byte(bytes)
      let status = flags & 1 != 0 ? status() : nil
      let heading = flags & 4 != 0 ? cursor.fixed64(bytes) : nil
      let summary = ArticleSummary(&cursor, bytes, locales: locales)
      let names = cursor.texts(bytes)
      var counts = FindingCounts()
      for severity in Severity.allCases {
        counts[severity] = cursor.count(bytes, atMost: Int(Int32.max))
      }
      var entries: [CompiledOutput.Entry] = []
      for _ in 0..<cursor.count(bytes, atMost: bytes.count) {
        guard let stored = store.entry(&cursor, bytes) else { return nil }
        entries.append(CompiledOutput.Entry(stored: stored, declared: cursor.texts(bytes)))
      }
      let asked = (0..<cursor.count(bytes, atMost: bytes.count)).map { _ in
        ArticleID(bytes[cursor.text(bytes)])
      }
      let lists = cursor.fixed64(bytes)
      guard !cursor.isOver else { return nil }
      return BuildState.Article(
        status: status, summary: summary, heading: heading, names: names,
        isSound: flags & 2 != 0,
        outcome: .init(counts: counts, entries: entries, asked: asked, lists: lists))
    }

    private mutating func status() -> SystemCalls.Status {
      let size = Int(truncatingIfNeeded: cursor.fixed64(bytes))
      let device = cursor.fixed64(bytes)
      let changed = Int64(bitPattern: cursor.fixed64(bytes))
      let touched = Int64(bitPattern: cursor.fixed64(bytes))
      return SystemCalls.Status(
        kind: .file, size: size, device: device, changed: changed, touched: touched,
        number: cursor.fixed64(bytes))
    }
  }
}
