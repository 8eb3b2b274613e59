internal import HjelpArticle
internal import HjelpLocale
internal import HjelpSite

/// How a locale's index page lists its articles: by its `TOC.yml`, else by service or collection.
enum IndexPlan {
  /// An article with what it is listed by.
  struct Item: Sendable {
    var entry: IndexEntry
    var service: String?
    var collection: String?
  }

  /// The groups of a locale, in their order.
  ///
  /// - Parameters:
  ///   - items: The articles, in the order of their names.
  ///   - table: The table of contents, if there is one.
  static func groups(_ items: [Item], _ table: ContentTable?) -> [IndexGroup] {
    listed(items, table).map(\.group)
  }

  /// The names of the groups, and the number of that of each article, -1 for none.
  static func groupNumbers(
    _ items: [Item], _ table: ContentTable?
  ) -> (names: [String], numbers: [Int32]) {
    let listed = listed(items, table)
    var names: [String] = []
    var byID: [ArticleID: Int32] = [:]
    for (group, ids) in listed where listed.count > 1 {
      guard let name = group.name else { continue }
      for id in ids { byID[id] = Int32(names.count) }
      names.append(name)
    }
    return (names, items.map { byID[$0.entry.id] ?? -1 })
  }

  private static func listed(_ items: [Item], _ table: ContentTable?) -> [Listed] {
    table.map { groups(items, by: $0) } ?? groups(items)
  }

  private typealias Listed = (group: IndexGroup, ids: [ArticleID])

  private static func groups(_ items: [Item], by table: ContentTable) -> [Listed] {
    let byID = Dictionary(items.map { ($0.entry.id, $0) }, uniquingKeysWith: { first, _ in first })
    var listed: Set<ArticleID> = []
    var groups: [Listed] = []
    for section in table.sections {
      let found = section.articles.compactMap { article -> Item? in
        guard var item = byID[article.id], listed.insert(article.id).inserted else { return nil }
        if let name = article.name { item.entry.title = name }
        return item
      }
      guard !found.isEmpty || section.name != nil else { continue }
      groups.append(
        (
          IndexGroup(
            name: section.name, level: min(2 + section.depth, 4), entries: found.map(\.entry)),
          found.map(\.entry.id)
        ))
    }
    let rest = items.filter { !listed.contains($0.entry.id) }
    if !rest.isEmpty { groups.append((IndexGroup(name: nil, entries: rest.map(\.entry)), [])) }
    return groups
  }

  /// By the first of service and collection that parts the articles; one group if none does.
  private static func groups(_ items: [Item]) -> [Listed] {
    for key in [\Item.service, \Item.collection] {
      var byName: [[UInt8]: [Int]] = [:]
      for (index, item) in items.enumerated() {
        byName[Array((item[keyPath: key] ?? "").utf8), default: []].append(index)
      }
      let most = byName.values.map(\.count).max() ?? 0
      // A group that holds nearly all of them parts nothing.
      guard byName.count > 1, byName.count <= 40, most * 10 < items.count * 9 else { continue }
      return byName.sorted { left, right in
        // What has no name comes last.
        if left.key.isEmpty != right.key.isEmpty { return right.key.isEmpty }
        return left.key.lexicographicallyPrecedes(right.key)
      }.map { name, own in
        let entries = own.map { items[$0].entry }
        return (
          IndexGroup(
            name: name.isEmpty ? nil : String(decoding: name, as: UTF8.self), entries: entries),
          entries.map(\.id)
        )
      }
    }
    return [(IndexGroup(name: nil, entries: items.map(\.entry)), items.map(\.entry.id))]
  }
}
