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

  /// The files of its pages, and whether they were written.
  var files: [(Manifest.File, Bool)] = []
  /// What was found, if it is kept.
  let diagnostics: [Diagnostic]
  /// Its entries in the indexes.
  let entries: [Entry]

  /// Puts the passages of an article into a store.
  init(_ article: CompiledArticle, files: [(Manifest.File, Bool)], in store: inout PassageStore) {
    self.files = files
    diagnostics = article.diagnostics
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
