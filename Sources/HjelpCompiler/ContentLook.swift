/// What a look at the files of a workspace saw: the next one sees by it what has changed.
package struct ContentLook: Sendable {
  private let paths: [[UInt8]]
  /// What decides which files there are: folders, and the configuration.
  private let guides: [[UInt8]]
  private let guideStamps: [SystemCalls.Status?]
  /// Whether any change to the guides from now on changes their stamps.
  private let isSettled: Bool
  private var stamps: [SystemCalls.Status?]

  /// Looks at the files that a build of a workspace reads.
  ///
  /// - Parameter begin: When the workspace began to look for them.
  package init(_ workspace: Workspace, since begin: Begin) {
    paths = workspace.contentFiles
    guides = workspace.folders + workspace.configuration.files.map { Array($0.utf8) }
    guideStamps = guides.map { SystemCalls.status($0) }
    isSettled = guideStamps.allSatisfy {
      ($0?.touched ?? 0) < begin.time - SystemCalls.clockMargin
    }
    stamps = paths.map { SystemCalls.status($0) }
  }

  /// A moment by the clock that files are stamped by.
  package struct Begin: Sendable {
    fileprivate let time = SystemCalls.now

    /// Now.
    package init() {}
  }

  /// A new look at the same files; `nil` where others may have come or some may have gone, and the
  /// workspace has to look for them.
  package func again() -> ContentLook? {
    guard isSettled,
      zip(guides, guideStamps).allSatisfy({ SystemCalls.status($0) == $1 })
    else { return nil }
    var look = self
    for index in paths.indices { look.stamps[index] = SystemCalls.status(paths[index]) }
    return look
  }

  /// What differs from an earlier look.
  package func changes(since old: ContentLook) -> Changes {
    var changes = Changes()
    if paths.count == old.paths.count, zip(paths, old.paths).allSatisfy({ $0 == $1 }) {
      for index in paths.indices where stamps[index] != old.stamps[index] {
        changes.files.insert(paths[index])
      }
      return changes
    }
    let known = Dictionary(zip(old.paths, old.stamps)) { first, _ in first }
    for (path, stamp) in zip(paths, stamps) {
      if let other = known[path], other != stamp { changes.files.insert(path) }
    }
    changes.isOfMore = true
    return changes
  }

  /// What changed between two looks.
  package struct Changes: Sendable {
    /// The files that were there before and changed.
    package fileprivate(set) var files: Set<[UInt8]> = []
    /// Whether files have come or gone.
    package fileprivate(set) var isOfMore = false

    /// Whether nothing changed.
    package var isEmpty: Bool { files.isEmpty && !isOfMore }
  }
}
