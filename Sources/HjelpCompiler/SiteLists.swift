internal import HjelpArticle
internal import HjelpLocale
internal import HjelpSite

/// What pages say of other pages: the indexes, and the articles that are near.
struct SiteLists: Sendable {
  let index: IndexPlan
  /// The articles that are near each other in each locale.
  private var near: [LocaleTag: Near] = [:]

  private struct Near {
    var entries: [IndexEntry]
    /// The numbers of those that are near each of them, -1 where there are fewer.
    var others: [Int32]
    /// The numbers of the locale's own articles.
    var numbers: [ArticleID: Int32]
  }

  /// Makes the lists.
  ///
  /// - Parameter jobs: How many locales are worked on at once.
  static func make(
    _ items: [LocaleTag: [IndexPlan.Item]], tables: [LocaleTag: ContentTable], jobs: Int
  ) async throws -> SiteLists {
    var lists = SiteLists(index: IndexPlan(items, tables: tables))
    let near = try await Workers.map(Array(items), jobs: jobs) { locale, items in
      let entries = items.map(\.entry)
      var numbers: [ArticleID: Int32] = [:]
      numbers.reserveCapacity(entries.count)
      for (number, entry) in entries.enumerated() where !entry.isFallback {
        numbers[entry.id] = Int32(number)
      }
      return (
        locale, Near(entries: entries, others: RelatedArticles(entries).all(), numbers: numbers)
      )
    }
    for (locale, near) in near { lists.near[locale] = near }
    return lists
  }

  private init(index: IndexPlan) { self.index = index }

  /// The articles that are near one of a locale's own.
  func related(to id: ArticleID, in locale: LocaleTag) -> [IndexEntry] {
    guard let near = near[locale], let number = near.numbers[id] else { return [] }
    let start = Int(number) * RelatedArticles.count
    return near.others[start..<(start + RelatedArticles.count)].filter { $0 >= 0 }
      .map { near.entries[Int($0)] }
  }

  /// No lists.
  static let none = SiteLists(index: IndexPlan([:], tables: [:]))
}
