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
    guard result == 0 else { return nil }
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
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The path with links, `.` and `..` resolved; `nil` if there is nothing.
  static func resolved(_ path: [UInt8]) -> [UInt8]? {
    guard let result = unsafe withPath(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(result) }
    return unsafe Array(String(cString: result).utf8)
  }

  /// Reads a regular file of at most `limit` bytes without waiting for pipes.
  static func read(_ path: [UInt8], limit: Int) -> ReadResult {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failed(lastReason, call: "open") }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return .failed(lastReason, call: "fstat") }
    guard info.st_mode & S_IFMT == S_IFREG else {
      return .failed("not a regular file", call: "open")
    }
    let size = Int(info.st_size)
    guard size <= limit else { return .tooLarge(size) }
    var failure: String?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = unsafe Self.read(descriptor, buffer.baseAddress, count, size)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = lastReason }
        if got <= 0 { break }
        count += got
      }
    }
    if let failure { return .failed(failure, call: "read") }
    return .bytes(bytes)
  }

  /// All of standard input.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe chunk.withUnsafeMutableBufferPointer {
        unsafe Self.read(0, $0.baseAddress, 0, 1 << 16)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return bytes }
      bytes += chunk[..<got]
    }
  }

  /// Puts new content in the place of a file, in one step; its permissions stay.
  static func replace(_ path: [UInt8], with bytes: [UInt8]) throws(CompilerError) {
    let target = resolved(path) ?? path
    let slash = target.lastIndex(of: 0x2F) ?? -1
    let name = target[(slash + 1)...]
    let beside = target[..<(slash + 1)] + [0x2E] + name.prefix(200) + Array(".hjelp-new".utf8)
    removeFile(Array(beside))
    do {
      try write(bytes, to: Array(beside))
      var info = stat()
      if unsafe withPath(target, { unsafe stat($0, &info) }) == 0 {
        _ = unsafe withPath(Array(beside)) { unsafe chmod($0, info.st_mode & 0o7777) }
      }
      try move(Array(beside), to: target)
    } catch {
      removeFile(Array(beside))
      throw error
    }
  }

  /// What reading a file gave.
  enum ReadResult {
    case bytes([UInt8])
    case tooLarge(Int)
    case failed(String, call: String)
  }

  /// Opens a file; a signal that comes between is no failure.
  private static func open(_ path: [UInt8], _ flags: Int32) -> Int32 {
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

  private static func read(
    _ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ offset: Int, _ size: Int
  ) -> Int {
    guard let base = unsafe base else { return 0 }
    #if canImport(Glibc)
      return unsafe Glibc.read(descriptor, base + offset, size - offset)
    #elseif canImport(Musl)
      return unsafe Musl.read(descriptor, base + offset, size - offset)
    #else
      return unsafe Darwin.read(descriptor, base + offset, size - offset)
    #endif
  }

  /// Makes a file of these bytes; nothing may stand there yet.
  static func write(_ bytes: [UInt8], to path: [UInt8]) throws(CompilerError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("create", path) }
    try put(bytes, into: descriptor, at: path)
  }

  /// Writes to what takes all it is given: a pipe, a device.
  static func give(_ bytes: [UInt8], to path: [UInt8]) throws(CompilerError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    try put(bytes, into: descriptor, at: path)
  }

  private static func put(
    _ bytes: [UInt8], into descriptor: Int32, at path: [UInt8]
  ) throws(CompilerError) {
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Self.write(descriptor, buffer, from: done)
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else {
        let error = failure("write", path)
        close(descriptor)
        throw error
      }
      done += wrote
    }
    guard close(descriptor) == 0 else { throw failure("close", path) }
  }

  private static func write(
    _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    #if canImport(Glibc)
      return unsafe Glibc.write(descriptor, base + start, buffer.count - start)
    #elseif canImport(Musl)
      return unsafe Musl.write(descriptor, base + start, buffer.count - start)
    #else
      return unsafe Darwin.write(descriptor, base + start, buffer.count - start)
    #endif
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
      var names = names(in: folder)
      if names == nil {
        // A folder of ours that someone closed can be opened again.
        _ = unsafe withPath(folder) { unsafe chmod($0, 0o755) }
        names = self.names(in: folder)
      }
      if names == nil { note("opendir", folder) }
      for name in names ?? [] {
        let path = folder + [0x2F] + name
        switch self.status(path, follows: false)?.kind {
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

  /// What trying to take a lock gave.
  enum LockResult {
    /// It lasts until this descriptor is closed.
    case taken(Int32)
    case held
    /// The file or its folder went away meanwhile.
    case gone
  }

  /// Takes a lock on a file, which is made if it is not there.
  ///
  /// - Throws: An error if the file cannot be made or locked.
  static func lock(_ path: [UInt8]) throws(CompilerError) -> LockResult {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return .gone }
      throw failure("open", path)
    }
    do {
      if try isLocked(descriptor, path) { return .taken(descriptor) }
    } catch {
      close(descriptor)
      throw error
    }
    let result: LockResult = errno == EWOULDBLOCK ? .held : .gone
    close(descriptor)
    return result
  }

  /// Locks a file; false if another process has it (`EWOULDBLOCK`), or if it was removed meanwhile and
  /// this would be a lock on nothing.
  private static func isLocked(
    _ descriptor: Int32, _ path: [UInt8]
  ) throws(CompilerError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      throw failure("flock", path)
    }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw failure("fstat", path) }
    let isSame = try found(path)?.number == UInt64(info.st_ino)
    if !isSame { errno = ENOENT }
    return isSame
  }

  /// Gives up a lock.
  static func unlock(_ descriptor: Int32) { close(descriptor) }

  static func failure(_ call: String, _ path: [UInt8]) -> CompilerError {
    .system(call: call, path: String(decoding: path, as: UTF8.self), reason: lastReason)
  }

  private static func withPath<Result>(
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
