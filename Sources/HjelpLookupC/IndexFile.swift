#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is read whole, by its path in the system's own bytes.
struct IndexFile {
  private let path: [UInt8]

  /// The file at `path`, which ends before its NUL.
  init(path: UnsafePointer<CChar>) {
    self.path = unsafe Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
  }

  private init(bytes: [UInt8]) {
    path = bytes
  }

  /// The path, for people.
  var name: String { String(decoding: path, as: UTF8.self) }

  /// The file of the index's text: `nb-NO.hjs` for `nb-NO.hjx`.
  var text: IndexFile {
    let isIndex = path.suffix(4).elementsEqual(".hjx".utf8)
    return IndexFile(bytes: path.dropLast(isIndex ? 4 : 0) + ".hjs".utf8)
  }

  /// The bytes of the file, or nil if there is none.
  func bytesIfPresent() throws(OpenFailure) -> [UInt8]? {
    // Without O_NONBLOCK a pipe would wait for its writer.
    let file = unsafe open(
      path.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure()
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure("it is not a regular file") }
    return try bytes(of: file, count: Int(status.st_size))
  }

  /// The bytes of the file.
  func bytes() throws(OpenFailure) -> [UInt8] {
    guard let bytes = try bytesIfPresent() else { throw failure() }
    return bytes
  }

  private func bytes(of file: Int32, count: Int) throws(OpenFailure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let length = unsafe read(file, start + filled, count - filled)
        if length > 0 {
          filled += length
        } else if length == 0 || errno != EINTR {
          code = length == 0 ? 0 : errno
          return
        }
      }
    }
    if code != 0 { throw failure(SystemWords.words(code)) }
    return bytes
  }

  private func failure(_ reason: String? = nil) -> OpenFailure {
    .unreadable(path: name, reason: reason ?? SystemWords.words(errno))
  }
}

/// The system's words for what went wrong.
private enum SystemWords {
  static func words(_ code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    let text = unsafe String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
