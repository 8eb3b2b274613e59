#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How many connections are held at once.
enum ConnectionLimit {
  /// More are not asked for.
  private static let most = 65_536

  /// The number wished for, or two thirds of the files that this process may have open, if that is
  /// less: the rest is for connections that are being closed, the release, the log and the system.
  static func available(_ wanted: Int) -> Int { max(1, min(wanted, openFiles * 2 / 3 - 8)) }

  /// Allows this process as many files as the system lets it have.
  static func raise() {
    var limit = rlimit()
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard unsafe getrlimit(files, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(most))
    // Where it is refused, the limit stays as it is.
    _ = unsafe setrlimit(files, &limit)
  }

  /// How many files and connections this process may have open.
  static var openFiles: Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let status = unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    #else
      let status = unsafe getrlimit(RLIMIT_NOFILE, &limit)
    #endif
    guard status == 0 else { return 1024 }
    return Int(clamping: limit.rlim_cur)
  }
}
