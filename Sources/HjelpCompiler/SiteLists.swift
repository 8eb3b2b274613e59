internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpSite

/// What pages say of other pages: the indexes, and the articles that are near.
struct SiteLists: Sendable {
  private var locales: [LocaleTag: Lists] = [:]

  /// What the lists of a locale are made of, and what takes time to find.
  struct Known: Sendable {
    /// The hash of the names of all articles, and of what they are grouped by.
    var hash: UInt64
    /// The articles in the order of their names, by their places in the order of the files.
    var order: [Int32]
    /// The numbers of the articles that are near each of them, -1 where there are fewer.
    var others: [Int32]
    /// The names of the groups, and the number of that of each article, -1 for none.
    var groups: (names: [String], numbers: [Int32])

    /// Whether it is of so many articles.
    func fits(_ count: Int) -> Bool {
      order.count == count && others.count == count * RelatedArticles.count
        && groups.numbers.count == count
        && order.allSatisfy { (0..<count).contains(Int($0)) }
        && others.allSatisfy { $0 < count }
        && groups.numbers.allSatisfy { $0 < groups.names.count }
    }
  }

  private struct Lists {
    /// The articles in the order of their names.
    var items: [IndexPlan.Item]
    var table: ContentTable?
    var known: Known
    var numbers: [ArticleID: Int32]
  }

  /// Makes the lists.
  ///
  /// - Parameters:
  ///   - items: The articles of each locale in the order of the files.
  ///   - jobs: How many locales are worked on at once.
  ///   - known: What was found in an earlier build with the same tables.
  static func make(
    _ items: [LocaleTag: [IndexPlan.Item]], tables: [LocaleTag: ContentTable], jobs: Int,
    known: [LocaleTag: Known] = [:]
  ) async throws -> SiteLists {
    let made = try await Workers.map(Array(items), jobs: jobs) { locale, items in
      let hash = Self.hash(items)
      let known = known[locale].flatMap { $0.hash == hash && $0.fits(items.count) ? $0 : nil }
      let order = known?.order ?? Self.order(items)
      let sorted = order.map { items[Int($0)] }
      var numbers: [ArticleID: Int32] = [:]
      numbers.reserveCapacity(sorted.count)
      for (number, item) in sorted.enumerated() { numbers[item.entry.id] = Int32(number) }
      let found =
        known
        ?? Known(
          hash: hash, order: order, others: RelatedArticles(sorted.map(\.entry)).all(),
          groups: IndexPlan.groupNumbers(sorted, tables[locale]))
      let lists = Lists(items: sorted, table: tables[locale], known: found, numbers: numbers)
      return (locale, lists)
    }
    var lists = SiteLists()
    for (locale, made) in made { lists.locales[locale] = made }
    return lists
  }

  /// The places of the articles in the order of their names.
  private static func order(_ items: [IndexPlan.Item]) -> [Int32] {
    let keys = items.map { Array($0.entry.title.lowercased().utf8) }
    return items.indices.sorted {
      keys[$0] == keys[$1]
        ? isBefore(items[$0].entry.id, items[$1].entry.id)
        : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    .map { Int32($0) }
  }

  /// The order of pages by their addresses.
  private static func isBefore(_ left: ArticleID, _ right: ArticleID) -> Bool {
    let end = Array(".html".utf8)
    return (left.bytes + end).lexicographicallyPrecedes(right.bytes + end)
  }

  /// The groups of a locale's index page.
  func groups(in locale: LocaleTag) -> [IndexGroup] {
    locales[locale].map { IndexPlan.groups($0.items, $0.table) } ?? []
  }

  /// The name of the group that an article stands in.
  func group(of id: ArticleID, in locale: LocaleTag) -> String? {
    guard let lists = locales[locale], let number = lists.numbers[id] else { return nil }
    let group = Int(lists.known.groups.numbers[Int(number)])
    return group < 0 ? nil : lists.known.groups.names[group]
  }

  /// The articles that are near one of a locale's own.
  func related(to id: ArticleID, in locale: LocaleTag) -> [IndexEntry] {
    guard let lists = locales[locale], let number = lists.numbers[id],
      !lists.items[Int(number)].entry.isFallback
    else { return [] }
    let start = Int(number) * RelatedArticles.count
    return lists.known.others[start..<(start + RelatedArticles.count)].filter { $0 >= 0 }
      .map { lists.items[Int($0)].entry }
  }

  /// What was found, by locale.
  var known: [LocaleTag: Known] { locales.mapValues(\.known) }

  /// The hash of what pages of an article say of others.
  ///
  /// - Parameter locales: Those of its pages.
  func hash(of id: ArticleID, in locales: [LocaleTag]) -> UInt64 {
    var said: [UInt8] = []
    for locale in locales {
      for entry in related(to: id, in: locale) { Self.add(entry, to: &said) }
      Self.add((group(of: id, in: locale) ?? "").utf8, to: &said)
    }
    return ByteHash.value(said[...])
  }

  private static func hash(_ items: [IndexPlan.Item]) -> UInt64 {
    var hash = ByteHash.start
    var said: [UInt8] = []
    for item in items {
      said.removeAll(keepingCapacity: true)
      add(item.entry, to: &said)
      for text in [item.service, item.collection] {
        said.append(text == nil ? 0 : 1)
        add((text ?? "").utf8, to: &said)
      }
      hash = ByteHash.value(said[...], from: hash)
    }
    return hash
  }

  private static func add(_ entry: IndexEntry, to said: inout [UInt8]) {
    add(entry.id.bytes, to: &said)
    add(entry.title.utf8, to: &said)
    said.append(entry.isFallback ? 1 : 0)
  }

  /// Adds bytes, and 255 that no text holds.
  private static func add(_ bytes: some Sequence<UInt8>, to said: inout [UInt8]) {
    said.append(contentsOf: bytes)
    said.append(0xFF)
  }

  /// No lists.
  static let none = SiteLists()
}
