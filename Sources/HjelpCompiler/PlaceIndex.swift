internal import HjelpArticle
internal import HjelpChecks
internal import HjelpLocale
internal import HjelpMarkdown
internal import HjelpSite
internal import Synchronization

/// What links can lead to, and the bookmarks of the articles that links with one lead to.
final class PlaceIndex: Sendable {
  private let files: [ArticleFile]
  private let places: [LocaleTag: [ArticleID: Int]]
  private let images: [LocaleTag: Set<ArticleID>]
  private let publicFolder: String?
  private let known = Mutex<[Int: Set<[UInt8]>]>([:])
  private let askedBy = Mutex<[ArticleID: Set<ArticleID>]>([:])

  init(_ files: [ArticleFile], workspace: Workspace, source: LocaleTag) {
    self.files = files
    publicFolder = workspace.publicFolder
    var places: [LocaleTag: [ArticleID: Int]] = [:]
    for (index, file) in files.enumerated() where file.isBuildable {
      places[Content.locale(of: file, source: source), default: [:]][file.input.id] = index
    }
    self.places = places
    var byLocale: [LocaleTag: Set<ArticleID>] = [:]
    for image in workspace.images { byLocale[image.locale ?? source, default: []].insert(image.id) }
    self.images = byLocale
  }

  /// The places, for the rules.
  ///
  /// - Parameter redirects: The ids that articles had before.
  func contentPlaces(redirects: Set<ArticleID>) -> ContentPlaces {
    ContentPlaces(
      articles: places.mapValues { Set($0.keys) }, images: images, redirects: redirects,
      files: { [self] path, locale in
        guard let publicFolder else { return false }
        let file = Array("\(publicFolder)/\(locale)/".utf8) + path.bytes
        return SystemCalls.status(file)?.kind == .file
      },
      anchors: { [self] id, locale, asker in
        askedBy.withLock { _ = $0[asker, default: []].insert(id) }
        return places[locale]?[id].map { anchors(of: $0) }
      })
  }

  /// The articles whose bookmarks were asked for by links of an article, in any of its locales.
  func asked(by id: ArticleID) -> Set<ArticleID> { askedBy.withLock { $0[id] } ?? [] }

  /// The bookmarks of the page of a file: of headings, units, and those of the article's own.
  private func anchors(of index: Int) -> Set<[UInt8]> {
    if let found = known.withLock({ $0[index] }) { return found }
    let file = files[index].isSketch ? ArticleFile(reading: files[index].input) : files[index]
    let article = file.article
    let shown = EditionDocument(article, side: .target)
    let original = article.isBilingual ? EditionDocument(article, side: .source) : nil
    let ids = HeadingIDs.ids(
      shown: shown, source: original, article: article, sourceHeadings: [])
    var anchors = Set(ids.values.map { Array($0.utf8) })
    for unit in article.units {
      if let anchor = unit.pageAnchor { anchors.insert(Array(anchor.utf8)) }
    }
    for node in shown.document.nodes where node.kind == .htmlInline || node.kind == .htmlBlock {
      for name in HTMLTags.names(shown.document, node.literal) { anchors.insert(name) }
    }
    known.withLock { $0[index] = anchors }
    return anchors
  }
}
