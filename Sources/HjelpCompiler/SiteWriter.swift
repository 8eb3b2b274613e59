internal import HjelpRelease

/// Collects the entries of the manifest while files are written.
struct SiteWriter {
  let folder: OutputFolder
  private(set) var files: [Manifest.File] = []
  private(set) var written = 0
  private var paths: Set<String> = []
  private var folders: Set<String>

  /// - Parameter folders: The folders that are there already.
  init(folder: OutputFolder, folders: Set<String>) {
    self.folder = folder
    self.folders = folders
  }

  /// Whether a file stands at a path.
  func has(_ path: String) -> Bool { paths.contains(path) }

  mutating func write(_ bytes: [UInt8], at path: String) throws(CompilerError) {
    try folder.makeFolders(for: [path], besides: &folders)
    let (file, isNew) = try folder.add(bytes, at: path)
    record(file, isNew)
  }

  /// Takes the entries of the pages of an article.
  mutating func take(_ output: inout CompiledOutput) {
    for (file, isNew) in output.files { record(file, isNew) }
    output.files = []
  }

  private mutating func record(_ file: Manifest.File, _ isNew: Bool) {
    files.append(file)
    paths.insert(file.path.description)
    written += isNew ? 1 : 0
  }
}
