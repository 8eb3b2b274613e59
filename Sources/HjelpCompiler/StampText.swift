internal import HjelpRelease

/// The names of files with what the system says of each.
struct StampText {
  private var bytes: [UInt8] = []
  private var hasher = ContentHasher()
  /// When the file changed that changed last.
  private(set) var newest: Int64 = 0

  /// The hash of all that was added.
  var hash: String {
    var hasher = hasher
    hasher.update(bytes)
    return hasher.hash
  }

  /// The stamp of all files of a site; `nil` if they cannot be looked at.
  static func hash(ofSite site: [UInt8]) -> String? {
    var text = StampText()
    var folders: [[UInt8]] = [[]]
    while let folder = folders.popLast() {
      guard let entries = SystemCalls.statuses(in: site + folder) else { return nil }
      text.append(name: folder)
      for (name, status) in entries {
        text.append(name: name)
        text.append(status)
        if status?.kind == .folder { folders.append(folder + [0x2F] + name) }
      }
    }
    return text.hash
  }

  /// Adds a text.
  mutating func append(setting: String) { append(name: Array(setting.utf8)) }

  private mutating func append(name: [UInt8]) {
    bytes += name
    bytes.append(0)
  }

  /// Adds the name of an article, and what it was found to be.
  mutating func append(_ article: Workspace.Input) {
    bytes += article.path
    let kind: UInt8 =
      switch article.kind {
      case .file: 1
      case .folder: 2
      case .link: 3
      case .other: 4
      case nil: 5
      }
    bytes += [0, kind]
  }

  /// Adds a name, and what stands at a path.
  mutating func append(_ path: [UInt8], as name: [UInt8]) {
    append(name: name)
    append(SystemCalls.status(path))
  }

  /// Adds what the system says of a file.
  mutating func append(_ status: SystemCalls.Status?) {
    if bytes.count > 1 << 16 {
      hasher.update(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    // Of a folder only its being there counts: what is in it stands for itself.
    guard let status, status.kind != .folder else {
      bytes.append(status == nil ? 0 : 1)
      return
    }
    bytes.append(2)
    newest = max(newest, status.touched)
    for value in [Int64(status.size), status.changed, status.touched, Int64(status.number)] {
      for shift in stride(from: Int64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
  }
}
