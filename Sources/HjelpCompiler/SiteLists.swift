internal import HjelpArticle
internal import HjelpLocale
internal import HjelpSite

/// What pages say of other pages: the indexes, and the articles that are near.
struct SiteLists: Sendable {
  let index: IndexPlan
  private(set) var related: [LocaleTag: [ArticleID: [IndexEntry]]] = [:]

  init(_ items: [LocaleTag: [IndexPlan.Item]], tables: [LocaleTag: ContentTable]) {
    index = IndexPlan(items, tables: tables)
    for (locale, items) in items {
      for (item, near) in zip(items, RelatedArticles(items).all())
      where item.entry.language == nil && !near.isEmpty {
        related[locale, default: [:]][item.id] = near
      }
    }
  }

  /// No lists.
  static let none = SiteLists([:], tables: [:])
}
