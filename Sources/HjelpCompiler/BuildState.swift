internal import HjelpArticle
internal import HjelpLocale
internal import HjelpLookup

/// What a build has left for the next one into the same folder: what it knew of each article, and what
/// came of it.
///
/// It is believed only where all that decides beside the articles is the same, and every file of the site
/// is as it was.
package struct BuildState: Sendable {
  /// An article.
  struct Article: Sendable {
    /// What the system said of its file; `nil` where it has to be read again.
    var status: SystemCalls.Status?
    var summary: ArticleSummary
    var heading: UInt64?
    var names: [String]
    var isSound: Bool
    var outcome: Outcome
  }

  /// What came of an article beside its pages.
  struct Outcome: Sendable {
    var counts: FindingCounts
    var entries: [CompiledOutput.Entry]
    /// The articles whose bookmarks were asked for by its links.
    var asked: [ArticleID]
    /// The hash of what its pages say of other articles.
    var lists: UInt64
  }

  /// The articles, in the order of the workspace.
  let articles: [Article]
  /// Where their passages are, and some of articles as they were before.
  let store: PassageStore
  /// What was found for the lists.
  let lists: [LocaleTag: SiteLists.Known]
  /// How many articles were compiled again since all of them were.
  let replaced: Int
  /// The paths of the search pages and of what they read.
  let searchFiles: [String]
  /// What the system said of the site's manifest.
  let manifest: SystemCalls.Status
  private let inputs: InputStamps

  /// The name of its file in the work folder.
  static let fileName = "state"

  /// Reads what the last build into a folder has left; `nil` where it was of anything else, or the site is
  /// not as it left it.
  package init?(_ inputs: InputStamps, ofSite path: String) {
    guard let place = try? SitePlace(path), place.exists,
      let manifest = SystemCalls.status(place.tree + Array("/manifest.json".utf8)),
      case .bytes(let bytes) = SystemCalls.read(
        place.workFolder + Array("/\(Self.fileName)".utf8), limit: 1 << 32),
      var file = StateFile.Reader(bytes), let site = file.site(inputs),
      site == StampText.hash(ofSite: place.tree),
      let parts = file.parts(count: inputs.articles.count)
    else { return nil }
    (articles, store, lists, replaced, searchFiles) = parts
    self.manifest = manifest
    self.inputs = inputs
  }

  /// What is known of the article at a place, if it has not changed.
  func unchangedArticle(_ index: Int) -> Article? {
    guard let status = articles[index].status, status == inputs.articles[index] else { return nil }
    return articles[index]
  }
}
