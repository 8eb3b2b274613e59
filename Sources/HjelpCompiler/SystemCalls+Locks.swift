#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Locks on files.
extension SystemCalls {
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
}
