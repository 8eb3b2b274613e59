/// The files that are copied to the site's root as they are.
enum PublicFiles {
  struct File {
    var name: String
    var target: String
    var bytes: [UInt8]
  }

  /// The regular files below a folder, hidden ones left out, in the order of their paths.
  static func find(in root: String) throws(CompilerError) -> [File] {
    var files: [File] = []
    for (path, target) in try paths(in: Array(root.utf8)) {
      let shown = String(decoding: path, as: UTF8.self)
      switch SystemCalls.read(path, limit: 1 << 28) {
      case .bytes(let bytes): files.append(File(name: shown, target: target, bytes: bytes))
      case .tooLarge: throw .unusable(path: shown, reason: "it is too large")
      case .failed(let reason, let call): throw .system(call: call, path: shown, reason: reason)
      }
    }
    return files
  }

  /// The paths of these files, and those that they get in the site.
  ///
  /// - Throws: An error if a folder cannot be read.
  static func paths(
    in root: [UInt8]
  ) throws(CompilerError) -> [(path: [UInt8], target: String)] {
    var files: [(path: [UInt8], target: String)] = []
    var folders: [(path: [UInt8], prefix: String)] = [(root, "")]
    while let folder = folders.popLast() {
      for name in try SystemCalls.listing(folder.path) where name.first != 0x2E {
        let path = folder.path + [0x2F] + name
        let target = folder.prefix + String(decoding: name, as: UTF8.self)
        guard let status = SystemCalls.status(path, follows: false) else {
          throw SystemCalls.failure("stat", path)
        }
        switch status.kind {
        case .folder: folders.append((path, target + "/"))
        case .file: files.append((path, target))
        default: break
        }
      }
    }
    return files.sorted { $0.target.utf8.lexicographicallyPrecedes($1.target.utf8) }
  }
}
