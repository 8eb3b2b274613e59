#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import CHjelpSystem

/// The calls to the file system that the compiler makes, with errors that say what failed.
enum SystemCalls {
  /// What stands at a path.
  enum Kind {
    case file, folder, link, other
  }

  /// A file's kind, size and device.
  struct Status: Equatable {
    var kind: Kind
    var size: Int
    var device: UInt64
    /// When the content changed last, in nanoseconds of some clock.
    var changed: Int64
    /// When anything about the file changed last, which no program can set.
    var touched: Int64
    /// The file's number on its device.
    var number: UInt64
  }

  /// Whether what is in a folder can be looked at.
  static func canEnter(_ path: [UInt8]) -> Bool {
    unsafe withPath(path) { unsafe access($0, X_OK) } == 0
  }

  /// The system's words for the last error.
  static var lastReason: String { reason(errno) }

  /// Whether the last call failed since nothing is there.
  static var lastFailureIsAbsence: Bool { [ENOENT, ENOTDIR].contains(errno) }

  static func reason(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text).lowercased()
  }

  /// What stands at `path`; `nil` if nothing does. Links are followed if `follows` is set.
  static func status(_ path: [UInt8], follows: Bool = true) -> Status? {
    var info = stat()
    let result = unsafe withPath(path) { name in
      unsafe follows ? stat(name, &info) : lstat(name, &info)
    }
    return result == 0 ? status(info) : nil
  }

  private static func status(_ info: stat) -> Status {
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    #if canImport(Darwin)
      let (content, any) = (info.st_mtimespec, info.st_ctimespec)
    #else
      let (content, any) = (info.st_mtim, info.st_ctim)
    #endif
    return Status(
      kind: kind, size: Int(info.st_size), device: UInt64(info.st_dev),
      changed: nanoseconds(content), touched: nanoseconds(any), number: UInt64(info.st_ino))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Clocks of file systems tick every few milliseconds: what changed less than this ago, in nanoseconds,
  /// may change again unseen.
  static let clockMargin: Int64 = 100_000_000

  /// The clock that files are stamped by.
  static var now: Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// What stands at `path`; `nil` if nothing does.
  ///
  /// - Throws: An error if that cannot be known.
  static func found(_ path: [UInt8], follows: Bool = true) throws(CompilerError) -> Status? {
    if let status = status(path, follows: follows) { return status }
    guard lastFailureIsAbsence else { throw failure("stat", path) }
    return nil
  }

  /// What is in a folder, in the order of the names' bytes, links not followed; `nil` if it cannot be
  /// read.
  static func statuses(in path: [UInt8]) -> [(name: [UInt8], status: Status?)]? {
    guard let folder = unsafe withPath(path, { unsafe opendir($0) }) else { return nil }
    defer { unsafe closedir(folder) }
    let descriptor = unsafe dirfd(folder)
    guard let entries = unsafe try? entries(of: folder, path) else { return nil }
    return sorted(entries).map { name, _ in
      var info = stat()
      // Its name alone: the system need not find the folder again for each.
      let result = unsafe withPath(name) {
        unsafe fstatat(descriptor, $0, &info, AT_SYMLINK_NOFOLLOW)
      }
      return (name, result == 0 ? status(info) : nil)
    }
  }

  /// The names in a folder, in the order of their bytes; `nil` if it cannot be read.
  static func names(in path: [UInt8]) -> [[UInt8]]? { try? listing(path) }

  /// The names in a folder, in the order of their bytes.
  static func listing(_ path: [UInt8]) throws(CompilerError) -> [[UInt8]] {
    try entries(path).map(\.name)
  }

  /// What is in a folder, in the order of the names' bytes. Not every file system says what kind an
  /// entry is.
  static func entries(
    _ path: [UInt8]
  ) throws(CompilerError) -> [(name: [UInt8], kind: Kind?)] {
    guard let folder = unsafe withPath(path, { unsafe opendir($0) }) else {
      throw failure("opendir", path)
    }
    defer { unsafe closedir(folder) }
    return try unsafe sorted(entries(of: folder, path))
  }

  private static func sorted(
    _ entries: [(name: [UInt8], kind: Kind?)]
  ) -> [(name: [UInt8], kind: Kind?)] {
    entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// What is in a folder that is open, in the order in which the system tells.
  private static func entries(
    of folder: OpaquePointer, _ path: [UInt8]
  ) throws(CompilerError) -> [(name: [UInt8], kind: Kind?)] {
    var entries: [(name: [UInt8], kind: Kind?)] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        // A listing that breaks off is none.
        if errno != 0 { throw failure("readdir", path) }
        break
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          unsafe Array(UnsafeBufferPointer(start: bytes, count: strlen(pointer)))
        }
      }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      let kind: Kind? =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .other
        }
      entries.append((name, kind))
    }
    return entries
  }

  /// The path with links, `.` and `..` resolved; `nil` if there is nothing.
  static func resolved(_ path: [UInt8]) -> [UInt8]? {
    guard let result = unsafe withPath(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(result) }
    return unsafe Array(String(cString: result).utf8)
  }

  /// Gives a file a second name; false where that is not possible.
  static func link(_ path: [UInt8], as new: [UInt8]) -> Bool {
    let result = unsafe withPath(path) { old in
      unsafe withPath(new) { unsafe linkat(AT_FDCWD, old, AT_FDCWD, $0, 0) }
    }
    return result == 0
  }

  /// Makes a folder; one that is there already is right.
  static func makeFolder(_ path: [UInt8]) throws(CompilerError) {
    guard unsafe withPath(path, { unsafe mkdir($0, 0o755) }) != 0, errno != EEXIST else { return }
    throw failure("mkdir", path)
  }

  /// Moves a file or folder.
  static func move(_ path: [UInt8], to new: [UInt8]) throws(CompilerError) {
    let result = unsafe withPath(path) { old in unsafe withPath(new) { unsafe rename(old, $0) } }
    guard result == 0 else { throw failure("rename", path) }
  }

  /// Exchanges two folders in one step; false where the system or the file system has no such call.
  static func exchange(_ first: [UInt8], _ second: [UInt8]) throws(CompilerError) -> Bool {
    let code = unsafe withPath(first) { one in
      unsafe withPath(second) { unsafe hjelp_exchange(one, $0) }
    }
    switch code {
    case 0: return true
    // Some containers forbid calls that they do not know.
    case ENOSYS, EINVAL, EOPNOTSUPP, EPERM: return false
    default:
      errno = code
      throw failure("rename", first)
    }
  }

  /// Makes a symbolic link.
  static func symbolicLink(to path: [UInt8], at new: [UInt8]) throws(CompilerError) {
    let result = unsafe withPath(path) { old in unsafe withPath(new) { unsafe symlink(old, $0) } }
    guard result == 0 else { throw failure("symlink", new) }
  }

  /// Removes a file, or an empty folder.
  static func removeFile(_ path: [UInt8]) { _ = unsafe withPath(path) { unsafe unlink($0) } }

  static func removeFolder(_ path: [UInt8]) -> Bool {
    unsafe withPath(path) { unsafe rmdir($0) } == 0
  }

  /// Removes a folder with all that is in it, or a file; what could not be removed first, if anything.
  @discardableResult
  static func removeTree(_ root: [UInt8]) -> CompilerError? {
    guard let status = status(root, follows: false) else {
      return lastFailureIsAbsence ? nil : failure("stat", root)
    }
    var error: CompilerError?
    func note(_ call: String, _ path: [UInt8]) {
      if error == nil, !lastFailureIsAbsence { error = failure(call, path) }
    }
    func unlinkFile(_ path: [UInt8]) {
      if unsafe withPath(path, { unsafe unlink($0) }) != 0 { note("unlink", path) }
    }
    guard status.kind == .folder else {
      unlinkFile(root)
      return error
    }
    var folders = [root]
    var order: [[UInt8]] = []
    while let folder = folders.popLast() {
      order.append(folder)
      var entries = try? entries(folder)
      if entries == nil {
        // A folder of ours that someone closed can be opened again.
        _ = unsafe withPath(folder) { unsafe chmod($0, 0o755) }
        entries = try? self.entries(folder)
      }
      if entries == nil { note("opendir", folder) }
      for (name, kind) in entries ?? [] {
        let path = folder + [0x2F] + name
        switch kind ?? self.status(path, follows: false)?.kind {
        case .folder: folders.append(path)
        case nil: note("stat", path)
        default: unlinkFile(path)
        }
      }
    }
    for folder in order.reversed() where !removeFolder(folder) { note("rmdir", folder) }
    return error
  }

  /// Waits until all that was written near `path` is on the disk.
  static func sync(near path: [UInt8]) throws(CompilerError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    let result = hjelp_sync_file_system(descriptor)
    guard result == 0 else {
      throw .system(
        call: "sync", path: String(decoding: path, as: UTF8.self), reason: reason(result))
    }
  }

  /// Opens a file; a signal that comes between is no failure.
  static func open(_ path: [UInt8], _ flags: Int32) -> Int32 {
    while true {
      let descriptor = unsafe withPath(path) { name in
        #if canImport(Glibc)
          unsafe Glibc.open(name, flags, 0o644)
        #elseif canImport(Musl)
          unsafe Musl.open(name, flags, 0o644)
        #else
          unsafe Darwin.open(name, flags, 0o644)
        #endif
      }
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  /// The error of the last call.
  static func failure(_ call: String, _ path: [UInt8]) -> CompilerError {
    .system(call: call, path: String(decoding: path, as: UTF8.self), reason: lastReason)
  }

  /// Calls `body` with a path as C has it.
  static func withPath<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { buffer in
      for index in path.indices { unsafe buffer[index] = CChar(bitPattern: path[index]) }
      unsafe buffer[path.count] = 0
      // With its terminator it is never empty.
      return unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
