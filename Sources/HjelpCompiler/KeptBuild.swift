internal import HjelpLocale
internal import HjelpLookup

/// What is kept of a build for the next one: `BuildState` is what that one reads of it.
struct KeptBuild {
  let inputs: InputStamps
  let content: Content
  let pages: PagePaths
  let outputs: [CompiledOutput]
  /// Where the passages of the outputs are.
  let store: PassageStore
  let lists: SiteLists
  /// What was taken over from the build before.
  let unchanged: UnchangedArticles?
  /// The paths of the search pages and of what they read.
  let searchFiles: [String]

  /// How many articles there are.
  var count: Int { outputs.count }
  /// The locales that articles are in.
  var locales: [LocaleTag] { Set(content.files.compactMap(\.summary.locale)).sorted() }
  /// How many articles were compiled again since all of them were.
  var replaced: Int { unchanged?.replaced ?? 0 }

  /// What is kept of an article.
  func article(_ index: Int) -> BuildState.Article {
    let (file, output) = (content.files[index], outputs[index])
    let known = unchanged?.outcome(of: index)
    let status = file.status.flatMap {
      inputs.isSafe($0) && $0.kind == .file && file.isReadable ? $0 : nil
    }
    let id = file.input.id
    return BuildState.Article(
      status: status, summary: file.summary, heading: file.heading, names: file.names,
      isSound: file.isSound,
      outcome: BuildState.Outcome(
        counts: output.counts, entries: output.entries,
        asked: known?.asked ?? content.asked(by: id).sorted(),
        lists: known?.lists ?? lists.hash(of: id, in: pages.locales(of: index))))
  }
}
