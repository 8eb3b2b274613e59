internal import HjelpAnswers

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that lines are put at the end of.
///
/// It is opened for each write, so that it can be moved away at any time, and locked meanwhile, so
/// that several servers of one machine can share it.
struct UnansweredFile: UnansweredStore {
  let path: String

  var field: ServerLog.Field { ("file", .text(path)) }

  func prepare() throws(UnansweredFailure) { try append([]) }

  func store(_ batch: UnansweredBatch) throws(UnansweredFailure) {
    var bytes: [UInt8] = []
    for line in batch.lines {
      bytes += line.json
      bytes.append(UInt8(ascii: "\n"))
    }
    try append(bytes)
  }

  /// Writes all of the bytes, or none: a line that got in by half is taken out again.
  private func append(_ bytes: [UInt8]) throws(UnansweredFailure) {
    // Without O_NONBLOCK a pipe would wait for its reader. Only the owner reads what people asked.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw Self.failure(errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(errno) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        if written > 0 { _ = ftruncate(descriptor, status.st_size) }
        throw Self.failure(code)
      }
      written += count
    }
  }

  /// The system's words for an error, in lower case. What a file does not take is not kept for it.
  private static func failure(_ code: Int32) -> UnansweredFailure {
    let words = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return UnansweredFailure(
      description: words.prefix(1).lowercased() + words.dropFirst(), isLasting: true)
  }
}
