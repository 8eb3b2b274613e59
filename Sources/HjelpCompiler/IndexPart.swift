internal import HjelpLocale
internal import HjelpLookup
internal import HjelpRelease

/// What one worker makes of the entries of a locale.
enum IndexPart: Sendable {
  /// What is to be made.
  enum Task: Sendable {
    case lookup(LocaleTag)
    case search(LocaleTag)
  }

  case lookup(LookupIndexFiles?, [(Manifest.File, Bool)])
  case search(SearchFiles)

  /// - Parameters:
  ///   - folder: Where the indexes are written to.
  ///   - isKept: Whether something is looked up in them afterwards.
  init(_ task: Task, of indexes: IndexBuild, to folder: OutputFolder, isKept: Bool) throws {
    switch task {
    case .lookup(let locale):
      let files = indexes.files(for: locale)
      let written = [
        try folder.add(files.index, at: "lookup/\(locale).hjx"),
        try folder.add(files.text, at: "lookup/\(locale).hjs"),
      ]
      self = .lookup(isKept ? files : nil, written)
    case .search(let locale): self = .search(indexes.search(for: locale))
    }
  }
}
