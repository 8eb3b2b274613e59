#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The stream that log lines go to.
enum StandardError {
  /// Writes all of the bytes in one call, so that lines of several threads do not mix; what cannot
  /// be written is lost.
  static func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        #if canImport(Glibc)
          unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
        #elseif canImport(Musl)
          unsafe Musl.write(STDERR_FILENO, $0.baseAddress, $0.count)
        #else
          unsafe Darwin.write(STDERR_FILENO, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }
}
