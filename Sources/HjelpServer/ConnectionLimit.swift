#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How many connections are held at once; later ones wait until one is closed.
enum ConnectionLimit {
  /// Files that stay free for the release, the log and the system.
  private static let reserve = 128

  /// The number wished for, or what this process may have open, if that is less.
  static func available(_ wanted: Int) -> Int { max(1, min(wanted, openFiles - reserve)) }

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
