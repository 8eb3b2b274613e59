/// What the index holds of one article in one locale.
public struct LookupEntry: Sendable, Hashable {
  /// The article's id: its path below the locale folder, without `.md`.
  public var id: String
  /// The page's path in the site, with a leading slash, percent-encoded.
  public var url: String
  /// The title that a reader sees.
  public var title: String
  /// The BCP 47 tag of the page.
  public var locale: String
  /// True for an article of the source locale that this locale lacks.
  public var isFallback: Bool
  /// Codes that the front matter gives: `f1_keywords`, `ms.assetid`.
  public var codes: [String]
  /// The passages in both languages, in the order of the article.
  public var passages: [Passage]

  /// Creates an entry.
  public init(
    id: String, url: String, title: String, locale: String, isFallback: Bool = false,
    codes: [String] = [], passages: [Passage]
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.locale = locale
    self.isFallback = isFallback
    self.codes = codes
    self.passages = passages
  }
}
