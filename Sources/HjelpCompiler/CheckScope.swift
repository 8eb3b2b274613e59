/// The files whose findings are wanted, and the parts of them.
package struct CheckScope: Sendable {
  /// How a file came into the scope.
  enum Part: Sendable {
    /// All of it.
    case whole
    /// What differs from this content.
    case changed(since: [UInt8])
  }

  /// The files by their resolved path; `nil` for all files.
  private let files: [[UInt8]: Part]?
  /// The last parts of their paths: most files are told apart by these.
  private let names: Set<ArraySlice<UInt8>>

  /// All files.
  package static let all = CheckScope(files: nil)

  private init(files: [[UInt8]: Part]?) {
    self.files = files
    names = Set((files ?? [:]).keys.map { Self.name(of: $0) })
  }

  private static func name(of path: [UInt8]) -> ArraySlice<UInt8> {
    path[((path.lastIndex(of: 0x2F) ?? -1) + 1)...]
  }

  /// A search for what was changed since a revision, which goes on while other work is done.
  package struct ChangeSearch {
    fileprivate let inquiries: [GitRepository.Inquiry]

    /// Looks for what was changed since a revision of the git repositories that `paths` lie in, in
    /// the files below them.
    ///
    /// - Throws: An error if there is no git.
    package init(since revision: String, in paths: [String]) throws(CompilerError) {
      var inquiries: [GitRepository.Inquiry] = []
      for path in Workspace.paths(paths) {
        let isFolder = SystemCalls.status(Array(path.utf8))?.kind == .folder
        let slash = path.lastIndex(of: "/")
        let folder = isFolder ? path : slash.map { String(path[...$0]) } ?? "."
        inquiries.append(try GitRepository.Inquiry(folder, since: revision))
      }
      self.inquiries = inquiries
    }
  }

  /// What the search found.
  ///
  /// - Throws: An error if there is no working tree or no such revision.
  package init(_ search: ChangeSearch) throws(CompilerError) {
    var files: [[UInt8]: Part] = [:]
    for inquiry in search.inquiries {
      let repository = try GitRepository(inquiry)
      let changed = try repository.changedFiles()
        .filter { $0.suffix(3).elementsEqual(".md".utf8) }
      let old = try repository.contents(of: changed)
      for (name, content) in zip(changed, old) {
        let whole = repository.root + [0x2F] + name
        let resolved = SystemCalls.resolved(whole) ?? whole
        files[resolved] = content.map { .changed(since: $0) } ?? .whole
      }
    }
    self.init(files: files)
  }

  /// The files of a list, one path a line, relative to the current folder.
  ///
  /// - Parameter list: The path of the list, or `-` for standard input.
  package init(filesFrom list: String) throws(CompilerError) {
    let bytes: [UInt8]
    if list == "-" {
      bytes = SystemCalls.standardInput()
    } else {
      switch SystemCalls.read(Array(list.utf8), limit: 1 << 28) {
      case .bytes(let content): bytes = content
      case .tooLarge: throw .unusable(path: list, reason: "it is larger than 256 MiB")
      case .failed(let reason, _): throw .unusable(path: list, reason: reason)
      }
    }
    var files: [[UInt8]: Part] = [:]
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0 }) {
      let path = Array(line.last == 0x0D ? line.dropLast() : line)
      guard let resolved = SystemCalls.resolved(path) else {
        // A removed file has no findings; a list of a change names it all the same.
        continue
      }
      files[resolved] = .whole
    }
    self.init(files: files)
  }

  /// What lies in both scopes.
  package func intersection(_ other: CheckScope) -> CheckScope {
    guard let files else { return other }
    guard let others = other.files else { return self }
    var both: [[UInt8]: Part] = [:]
    for (path, part) in files {
      guard let other = others[path] else { continue }
      if case .changed = other { both[path] = other } else { both[path] = part }
    }
    return CheckScope(files: both)
  }

  /// Whether all files are in it.
  var isEverything: Bool { files == nil }

  /// How a file is in the scope; `nil` if it is not.
  func part(of input: Workspace.Input) -> Part? {
    guard let files else { return .whole }
    // A link may have another name than its file.
    guard input.kind == .link || names.contains(Self.name(of: input.path)) else { return nil }
    return SystemCalls.resolved(input.path).flatMap { files[$0] }
  }
}
