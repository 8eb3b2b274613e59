#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reading and writing what is in files.
extension SystemCalls {
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
    try replace(path) { put throws(CompilerError) in try put(bytes) }
  }

  /// Adds bytes to a file that is being written.
  typealias Put = ([UInt8]) throws(CompilerError) -> Void

  /// The same with content that is not at hand all at once.
  static func replace(
    _ path: [UInt8], _ content: (Put) throws(CompilerError) -> Void
  ) throws(CompilerError) {
    let target = resolved(path) ?? path
    let slash = target.lastIndex(of: 0x2F) ?? -1
    let name = target[(slash + 1)...]
    let beside = target[..<(slash + 1)] + [0x2E] + name.prefix(200) + Array(".hjelp-new".utf8)
    removeFile(Array(beside))
    do {
      try write(to: Array(beside), content)
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
    try write(to: path) { put throws(CompilerError) in try put(bytes) }
  }

  private static func write(
    to path: [UInt8], _ content: (Put) throws(CompilerError) -> Void
  ) throws(CompilerError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("create", path) }
    try fill(descriptor, at: path, content)
  }

  /// Writes to what takes all it is given: a pipe, a device.
  static func give(_ bytes: [UInt8], to path: [UInt8]) throws(CompilerError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    try fill(descriptor, at: path) { put throws(CompilerError) in try put(bytes) }
  }

  /// Gives a file its content, and closes it.
  private static func fill(
    _ descriptor: Int32, at path: [UInt8], _ content: (Put) throws(CompilerError) -> Void
  ) throws(CompilerError) {
    do throws(CompilerError) {
      try content { bytes throws(CompilerError) in try put(bytes, into: descriptor, at: path) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure("close", path) }
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
      guard wrote > 0 else { throw failure("write", path) }
      done += wrote
    }
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
}
