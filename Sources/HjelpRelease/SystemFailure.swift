#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The error number of a system call that failed.
struct SystemFailure: Error, Equatable, CustomStringConvertible {
  let code: Int32

  /// What the last system call of this thread failed with.
  static var last: SystemFailure { SystemFailure(code: errno) }

  static let notFound = SystemFailure(code: ENOENT)
  static let isLink = SystemFailure(code: ELOOP)
  static let isNoFolder = SystemFailure(code: ENOTDIR)

  /// The system's words for it, in lower case.
  var description: String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    let text = unsafe String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
