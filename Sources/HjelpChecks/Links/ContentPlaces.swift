public import HjelpArticle
public import HjelpLocale
internal import Synchronization

/// What links in articles can lead to: the articles, their bookmarks, and the images.
public final class ContentPlaces: Sendable {
  /// The bookmarks of an article in a locale, for a link of another article; `nil` if it cannot be read.
  public typealias Anchors =
    @Sendable (_ id: ArticleID, _ locale: LocaleTag, _ asker: ArticleID) -> Set<[UInt8]>?

  /// Whether a path below a locale's folder is a file that the site has beside its pages.
  public typealias Files = @Sendable (ArticleID, LocaleTag) -> Bool

  private let articles: [LocaleTag: Set<ArticleID>]
  private let images: [LocaleTag: Set<ArticleID>]
  private let anchors: Anchors
  private let files: Files
  /// Where old addresses lead.
  private let redirects: Set<ArticleID>
  /// All articles and images by their paths in small letters, once a link needs them.
  private let bySmallLetters = Mutex<[ArticleID: ArticleID]?>(nil)
  private let nearArticles = Mutex<NearPaths?>(nil)
  private let nearImages = Mutex<NearPaths?>(nil)

  /// Places.
  ///
  /// - Parameters:
  ///   - articles: The ids of each locale's articles.
  ///   - images: The paths of each locale's images, below the locale folder.
  ///   - redirects: The ids that articles had before.
  ///   - files: Tells of files that are published as they are.
  ///   - anchors: Gives the bookmarks of an article when a link needs them.
  public init(
    articles: [LocaleTag: Set<ArticleID>], images: [LocaleTag: Set<ArticleID>],
    redirects: Set<ArticleID> = [],
    files: @escaping Files = { _, _ in false }, anchors: @escaping Anchors
  ) {
    self.articles = articles
    self.images = images
    self.redirects = redirects
    self.anchors = anchors
    self.files = files
  }

  private func makeBySmallLetters() -> [ArticleID: ArticleID] {
    var small: [ArticleID: ArticleID] = [:]
    for ids in articles.values.map({ $0 }) + images.values.map({ $0 }) {
      for id in ids {
        let key = Self.small(id)
        // Of names that differ in case alone the first is proposed.
        if small[key].map({ id < $0 }) ?? true { small[key] = id }
      }
    }
    return small
  }

  private static func small(_ id: ArticleID) -> ArticleID {
    let small = LetterCase.lowered(id.bytes[...])
    // Most are written so: they need no memory of their own.
    return small == id.bytes ? id : ArticleID(small)
  }

  /// Whether a locale has an article, or falls back to another locale's.
  func hasArticle(_ id: ArticleID) -> Bool {
    articles.values.contains { $0.contains(id) } || redirects.contains(id)
  }

  /// Whether a locale has an image, or falls back to another locale's.
  func hasImage(_ id: ArticleID) -> Bool { images.values.contains { $0.contains(id) } }

  /// Whether a page's locale has a file at a path: a picture, a page by its own name, or what is
  /// published as it is.
  func hasFile(_ path: ArticleID, from locale: LocaleTag) -> Bool {
    if hasImage(path) || files(path, locale) { return true }
    let name = path.description
    guard name.hasSuffix(".html") else { return false }
    return name == "index.html" || name == "search.html"
      || hasArticle(ArticleID(path.bytes.dropLast(5)))
  }

  /// The article or image whose path differs in case alone.
  func otherCase(of id: ArticleID) -> ArticleID? {
    let key = Self.small(id)
    return bySmallLetters.withLock { table in
      if table == nil { table = makeBySmallLetters() }
      return table?[key]
    }
  }

  /// The article that a path which is none likely means.
  func nearestArticle(to id: ArticleID) -> ArticleID? {
    nearArticles.withLock { Self.nearest(to: id, in: articles, &$0) }
  }

  /// The image that a path which is none likely means.
  func nearestImage(to id: ArticleID) -> ArticleID? {
    nearImages.withLock { Self.nearest(to: id, in: images, &$0) }
  }

  private static func nearest(
    to id: ArticleID, in ids: [LocaleTag: Set<ArticleID>], _ table: inout NearPaths?
  ) -> ArticleID? {
    let paths = table ?? NearPaths(ids.values.flatMap(\.self))
    table = paths
    return paths.nearest(to: id)
  }

  /// The bookmarks of the page that a link in `locale` leads to; `nil` if they are not known.
  ///
  /// - Parameter asker: The article that has the link.
  func anchors(
    of id: ArticleID, from locale: LocaleTag, asker: ArticleID
  ) -> Set<[UInt8]>? {
    if articles[locale]?.contains(id) ?? false { return anchors(id, locale, asker) }
    let other = articles.filter { $0.value.contains(id) }.map(\.key).min()
    return other.flatMap { anchors(id, $0, asker) }
  }
}
