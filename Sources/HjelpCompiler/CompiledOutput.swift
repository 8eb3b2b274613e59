internal import HjelpDiagnostics
internal import HjelpLookup
internal import HjelpRelease

/// What is left of an article when its pages are written.
struct CompiledOutput: Sendable {
  /// The article's entry in the index of a locale.
  struct Entry: Sendable {
    /// The article, its passages in a store.
    var stored: StoredEntry
    /// The errors that it declares, as it writes them.
    var declared: [String]
  }

  /// The file of a page, its path left out: it follows from the plan, and there are many.
  struct Page: Sendable {
    var content: Manifest.File.Content
    /// Whether the file was written.
    var isNew: Bool

    /// The page of a file that was added to a folder.
    init(_ file: (Manifest.File, Bool)) { (content, isNew) = (file.0.content, file.1) }
  }

  /// Its pages, in the order of the plan.
  let pages: [Page]
  /// What was found, if it is kept.
  let diagnostics: [Diagnostic]
  /// How much was found.
  let counts: FindingCounts
  /// Its entries in the indexes.
  let entries: [Entry]

  /// What an earlier build has left of an article whose pages were taken over.
  init(pages: [Page], counts: FindingCounts, entries: [Entry]) {
    (self.pages, self.counts, self.entries) = (pages, counts, entries)
    diagnostics = []
  }

  /// Puts the passages of an article into a store.
  ///
  /// - Parameter keepsDiagnostics: Whether the findings are kept, or only how many there are.
  init(
    _ article: CompiledArticle, pages: [Page], in store: inout PassageStore,
    keepsDiagnostics: Bool
  ) {
    self.pages = pages
    diagnostics = keepsDiagnostics ? article.diagnostics : []
    counts = FindingCounts(of: article.diagnostics)
    // One behind the other, so that several are one view.
    let sides = article.sides.map { store.add($0) }
    entries = article.entries.map { entry in
      let passages = sides[entry.sides.lowerBound].through(sides[entry.sides.upperBound - 1])
      return Entry(
        stored: store.add(entry.entry, declared: store.add(entry.declared), sides: passages),
        declared: entry.declared.map(\.text))
    }
  }
}
