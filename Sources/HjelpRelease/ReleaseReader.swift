/// Reads the files of a release in the order of its manifest, with the folders on the way open.
struct ReleaseReader {
  let root: OpenDirectory
  let site: String
  private var folders: [(name: ArraySlice<UInt8>, directory: OpenDirectory)] = []

  init(root: OpenDirectory, site: String) {
    self.root = root
    self.site = site
  }

  /// The bytes of a file, checked against what the manifest says of it.
  mutating func bytes(of file: Manifest.File) throws(ReleaseError) -> [UInt8] {
    let path = file.path.description
    let content: OpenDirectory.Content
    do {
      content = try read(file)
    } catch .isLink, .isNoFolder {
      throw ReleaseError.notRegular(site: site, path: path)
    } catch {
      throw ReleaseError.unreadable(site: site, path: path, reason: error.description)
    }
    switch content {
    case .notRegular: throw ReleaseError.notRegular(site: site, path: path)
    case .size(let found):
      throw ReleaseError.size(site: site, path: path, expected: file.size, found: found)
    case .bytes(let bytes):
      guard ContentHash.sha256(of: bytes) == file.hash else {
        throw ReleaseError.hash(site: site, path: path)
      }
      return bytes
    }
  }

  private mutating func read(
    _ file: Manifest.File
  ) throws(SystemFailure) -> OpenDirectory.Content {
    let parts = file.path.bytes.split(separator: UInt8(ascii: "/"))
    let names = parts.dropLast()
    var shared = 0
    while shared < min(names.count, folders.count), folders[shared].name == names[shared] {
      shared += 1
    }
    folders.removeLast(folders.count - shared)
    for name in names.dropFirst(shared) {
      let parent = folders.last?.directory ?? root
      folders.append((name, try parent.directory(named: name)))
    }
    let parent = folders.last?.directory ?? root
    return try parent.file(named: parts[parts.count - 1], size: file.size)
  }
}
