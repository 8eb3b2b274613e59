internal import HjelpArticle
internal import HjelpLocale
internal import HjelpLookup

/// The articles of a build that give what they gave in the last one.
///
/// An article's pages, findings and passages are made of its file, and of what is known of others: those
/// of the same name in other locales, the bookmarks that its links lead to, the translations of its
/// sentences elsewhere, the article that has its title as heading, and what lists say.
struct UnchangedArticles: Sendable {
  private let state: BuildState
  private let isUnchanged: [Bool]
  /// How many articles are to be compiled.
  private let changedCount: Int
  /// Whether the lists of articles are the same.
  let hasSameLists: Bool

  /// Finds them; `nil` where all have to be compiled.
  init?(
    _ content: Content, _ pages: PagePaths, _ lists: SiteLists, since state: BuildState
  ) {
    self.state = state
    var search = Search(content: content, state: state)
    guard search.findChanged() else { return nil }
    search.addOthers()
    hasSameLists = lists.known.mapValues(\.hash) == state.lists.mapValues(\.hash)
    if !hasSameLists { search.addListed(pages, lists) }
    isUnchanged = search.isUnchanged
    changedCount = isUnchanged.count { !$0 }
    // What was there before fills the store: once there is more of it than of all else, it is made anew.
    guard (state.replaced + changedCount) * 2 <= isUnchanged.count else { return nil }
  }

  /// Where the passages of the unchanged articles are.
  var store: PassageStore { state.store }

  /// How many articles were compiled again since all were, with those of this build.
  var replaced: Int { state.replaced + changedCount }

  /// What came of a file that gives the same; `nil` of one that is to be compiled.
  func outcome(of file: Int) -> BuildState.Outcome? {
    isUnchanged[file] ? state.articles[file].outcome : nil
  }

  /// The paths of the search pages and of what they read, if that is the same of all articles.
  ///
  /// - Parameters:
  ///   - compiled: What came of the articles now.
  ///   - store: Where their passages are, and those of the ones before.
  func searchFiles(_ compiled: [CompiledOutput], in store: PassageStore) -> [String]? {
    let areAlike = zip(compiled.indices, isUnchanged).allSatisfy { index, isUnchanged in
      if isUnchanged { return true }
      let (old, new) = (state.articles[index].outcome.entries, compiled[index].entries)
      return old.count == new.count
        && zip(old, new).allSatisfy { store.areSearchedAlike($0.stored, $1.stored) }
    }
    return areAlike ? state.searchFiles : nil
  }

  /// Takes away what has changed.
  private struct Search {
    let content: Content
    let state: BuildState
    var isUnchanged: [Bool]
    /// What was known of the changed ones.
    private var before: [Int: ArticleSummary] = [:]

    init(content: Content, state: BuildState) {
      self.content = content
      self.state = state
      isUnchanged = zip(content.files, state.articles).map { file, known in
        file.status != nil && file.status == known.status
      }
    }

    private var source: LocaleTag { content.workspace.configuration.source }

    /// Finds the files that have changed.
    ///
    /// - Returns: Whether the site has the same pages as before.
    mutating func findChanged() -> Bool {
      for (index, file) in content.files.enumerated() where !isUnchanged[index] {
        let known = state.articles[index]
        guard file.isSound == known.isSound, file.summary.locale == known.summary.locale,
          file.summary.isBilingual == known.summary.isBilingual,
          file.summary.oldAddresses == known.summary.oldAddresses
        else { return false }
        before[index] = known.summary
      }
      return true
    }

    /// Adds the articles that look at changed ones.
    mutating func addOthers() {
      let ids = Set(before.keys.map { content.files[$0].input.id })
      var titles: Set<UInt64> = []
      for index in before.keys {
        let (old, new) = (state.articles[index].heading, content.files[index].heading)
        if old != new { titles.formUnion([old, new].compactMap(\.self)) }
      }
      for (index, file) in content.files.enumerated() where isUnchanged[index] {
        isUnchanged[index] =
          !ids.contains(file.input.id)
          && (titles.isEmpty || !(file.summary.foldedTitle.map(titles.contains) ?? false))
          && !state.articles[index].outcome.asked.contains(where: ids.contains)
      }
      for index in SentenceIndex.affected(in: content.files, before: before, source: source) {
        isUnchanged[index] = false
      }
    }

    /// Adds the articles on whose pages stands something else of other articles.
    mutating func addListed(_ pages: PagePaths, _ lists: SiteLists) {
      for index in content.files.indices where isUnchanged[index] {
        let id = content.files[index].input.id
        isUnchanged[index] =
          id != ArticleID("index")
          && lists.hash(of: id, in: pages.locales(of: index))
            == state.articles[index].outcome.lists
      }
    }
  }
}
