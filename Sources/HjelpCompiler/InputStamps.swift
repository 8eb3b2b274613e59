internal import HjelpRelease

/// What decides what a build gives, as the system tells of it before anything is read.
package struct InputStamps: Sendable {
  /// What the system says of the articles, in the order of the workspace.
  let articles: [SystemCalls.Status?]
  /// The hash of all else: the settings, the program, the names of the articles, the other files.
  let others: String
  /// The hash of everything.
  let all: String
  /// When the other files changed last, and everything.
  private let newest: (others: Int64, all: Int64)
  /// Before which moment a file must have changed, so that no later change to it can be missed.
  private let limit: Int64

  /// Looks at the files of a build that begins now.
  ///
  /// - Parameter settings: All that decides beside the files: flags, environment, folder.
  package init(_ workspace: Workspace, settings: [String]) {
    limit = SystemCalls.now - SystemCalls.clockMargin
    var text = StampText()
    for setting in settings { text.append(setting: setting) }
    text.append(Array("/proc/self/exe".utf8), as: [])
    for article in workspace.articles { text.append(article) }
    for path in workspace.filesBesideArticles { text.append(path, as: path) }
    others = text.hash
    let newestOther = text.newest
    articles = workspace.articles.map { SystemCalls.status($0.path) }
    for status in articles { text.append(status) }
    all = text.hash
    newest = (newestOther, text.newest)
  }

  /// Whether no later change to any file can be missed.
  var isSafe: Bool { newest.all < limit }

  /// Whether no later change to any file but the articles can be missed.
  var isSafeBesideArticles: Bool { newest.others < limit }

  /// Whether no later change to this file can be missed.
  func isSafe(_ status: SystemCalls.Status) -> Bool { status.touched < limit }
}

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
