package import HjelpArticle

/// An article in a list of a locale's pages.
package struct IndexEntry: Sendable {
  /// The article.
  package var id: ArticleID
  /// The name.
  package var title: String
  /// Whether the name is in the source's language, since the locale has no such article.
  package var isFallback: Bool

  /// An entry with these parts.
  package init(id: ArticleID, title: String, isFallback: Bool = false) {
    self.id = id
    self.title = title
    self.isFallback = isFallback
  }
}
