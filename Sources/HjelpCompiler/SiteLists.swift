internal import HjelpArticle
internal import HjelpLocale
internal import HjelpSite

/// What pages say of other pages: the indexes, and the articles that are near.
struct SiteLists: Sendable {
  let index: IndexPlan
  private(set) var related: [LocaleTag: [ArticleID: [IndexEntry]]] = [:]

  /// Makes the lists.
  ///
  /// - Parameter jobs: How many locales are worked on at once.
  static func make(
    _ items: [LocaleTag: [IndexPlan.Item]], tables: [LocaleTag: ContentTable], jobs: Int
  ) async throws -> SiteLists {
    var lists = SiteLists(index: IndexPlan(items, tables: tables))
    let locales = Array(items)
    let near = try await Workers.map(locales, jobs: jobs) { RelatedArticles($0.value).all() }
    for ((locale, items), near) in zip(locales, near) {
      for (item, near) in zip(items, near) where item.entry.language == nil && !near.isEmpty {
        lists.related[locale, default: [:]][item.id] = near
      }
    }
    return lists
  }

  private init(index: IndexPlan) { self.index = index }

  /// No lists.
  static let none = SiteLists(index: IndexPlan([:], tables: [:]))
}
