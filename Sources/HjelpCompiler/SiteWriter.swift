internal import HjelpRelease

/// Collects the entries of the manifest while files are written.
struct SiteWriter {
  let folder: OutputFolder
  private(set) var files: [Manifest.File] = []
  private(set) var written = 0
  private var folders: Set<String>

  /// - Parameter folders: The folders that are there already.
  init(folder: OutputFolder, folders: Set<String>) {
    self.folder = folder
    self.folders = folders
  }

  /// The paths of the files.
  var paths: Set<ReleasePath> { Set(files.lazy.map(\.path)) }

  mutating func write(_ bytes: [UInt8], at path: String) throws(CompilerError) {
    try folder.makeFolders(for: [path], besides: &folders)
    let (file, isNew) = try folder.add(bytes, at: path)
    record(file, isNew)
  }

  /// Takes files of the old site over that are known to be as they shall be.
  ///
  /// - Returns: Whether that was possible; else none is taken.
  mutating func takeOver(_ paths: [String]) throws(CompilerError) -> Bool {
    try folder.makeFolders(for: paths, besides: &folders)
    guard let files = folder.takeOver(paths) else { return false }
    take(files)
    return true
  }

  /// Takes the entries of files that were added to the folder.
  mutating func take(_ added: [(Manifest.File, Bool)]) {
    for (file, isNew) in added { record(file, isNew) }
  }

  /// Takes the pages of an article that were added to the folder.
  mutating func take(_ pages: [CompiledOutput.Page], at paths: [String]) {
    for (page, path) in zip(pages, paths) {
      guard let name = ReleasePath(path) else { continue }
      record(Manifest.File(path: name, content: page.content), page.isNew)
    }
  }

  private mutating func record(_ file: Manifest.File, _ isNew: Bool) {
    files.append(file)
    written += isNew ? 1 : 0
  }
}
