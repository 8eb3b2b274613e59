internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale

/// What is known of the sources that translations were made from.
struct FreshnessFacts {
  /// The files of an article in its locales.
  private struct Group {
    var source: Int?
    var translations: [Int] = []
  }

  private let files: [ArticleFile]
  private let source: LocaleTag
  private var groups: [Key: Group] = [:]
  /// The folders of locale folders that hold one of the source locale.
  private var rootsWithSource: Set<ByteKey> = []

  /// What the locales of an article have in common.
  private struct Key: Hashable {
    var root: ByteKey
    var id: ArticleID

    init(_ file: ArticleFile, root: ByteKey) { (self.root, id) = (root, file.input.id) }

    // Nearly all files have one root.
    func hash(into hasher: inout Hasher) { id.hash(into: &hasher) }
  }

  init(_ files: [ArticleFile], source: LocaleTag) {
    self.files = files
    self.source = source
    // The same memory for all that have the same.
    var root = ByteKey([])
    for (index, file) in files.enumerated() {
      let isSource = Content.locale(of: file, source: source) == source
      let own = ByteKey(Self.root(of: file))
      if own != root { root = own }
      if isSource { rootsWithSource.insert(root) }
      // The other locales of an article in scope are no sketches.
      guard !file.isSketch else { continue }
      if isSource {
        groups[Key(file, root: root), default: Group()].source = index
      } else {
        groups[Key(file, root: root), default: Group()].translations.append(index)
      }
    }
  }

  /// The folder that the locale folder of a file lies in, as named on the command line.
  static func root(of file: ArticleFile) -> [UInt8] {
    let folder = file.input.path.dropLast(file.input.id.bytes.count + 3)
    guard file.input.locale != nil else { return Array(folder) }
    var trimmed = folder
    while trimmed.last == 0x2F { trimmed.removeLast() }
    return Array(trimmed[..<(trimmed.lastIndex(of: 0x2F) ?? trimmed.startIndex)])
  }

  /// What is known of the source of a file, whose article is at hand; `nil` if nothing is.
  func facts(of file: ArticleFile, at index: Int) -> SourceFacts? {
    guard !file.isSketch, file.isBuildable, Content.locale(of: file, source: source) != source,
      let group = groups[Key(file, root: ByteKey(Self.root(of: file)))]
    else { return nil }
    guard let original = group.source else {
      let isOrphan =
        rootsWithSource.contains(ByteKey(Self.root(of: file)))
        && (file.summary.isBilingual || file.summary.sourceHash != nil)
      let newer = newerLocale(of: file, at: index, in: group)
      return isOrphan || newer != nil ? SourceFacts(isOrphan: isOrphan, newer: newer) : nil
    }
    let hash = file.summary.sourceHash
    let text = files[original].article
    let current = ArticleSummary.hash(ofSource: BilingualArticle.hash(of: text.file.bytes))
    guard hash != current else { return SourceFacts() }
    if file.article.isBilingual {
      let newer = text.edition(of: .target).markdown
      return SourceFacts(changes: SourceDifference(file.article, newer: newer[...]).changes)
    }
    return SourceFacts(
      structure: Self.structure(file.article, text), isHashDifferent: hash != nil)
  }

  /// The translation of the newest version of the source, if this one is of another.
  private func newerLocale(
    of file: ArticleFile, at index: Int, in group: Group
  ) -> SourceFacts.NewerLocale? {
    let others = group.translations.filter { files[$0].summary.isBilingual && !files[$0].isSketch }
    guard file.summary.isBilingual, others.count > 1,
      let newest = others.max(by: { Self.date(files[$0]) < Self.date(files[$1]) }),
      newest != index, Self.date(files[newest]) > Self.date(file),
      let hash = file.summary.sourceHash, let other = files[newest].summary.sourceHash,
      hash != other
    else { return nil }
    let newer = files[newest].article.edition(of: .source).markdown
    return SourceFacts.NewerLocale(
      file: files[newest].input.name,
      changes: SourceDifference(file.article, newer: newer[...]).changes)
  }

  /// `ms.lasthandoff` as a number that grows: 20240131 for 01/31/2024; 0 without one.
  private static func date(_ file: ArticleFile) -> Int {
    let parts = (file.summary.handoff ?? "").split(separator: "/")
      .compactMap { Int($0) }
    return parts.count == 3 ? parts[2] * 10_000 + parts[0] * 100 + parts[1] : 0
  }

  private static func structure(
    _ translation: Article, _ source: Article
  ) -> [SourceFacts.Structure] {
    let own = StructureCounts(translation)
    let other = StructureCounts(source)
    return [
      ("headings", other.headings, own.headings), ("code blocks", other.fences, own.fences),
      ("images", other.images, own.images),
    ].filter { $0.1 != $0.2 }.map { .init(kind: $0.0, source: $0.1, translation: $0.2) }
  }
}
