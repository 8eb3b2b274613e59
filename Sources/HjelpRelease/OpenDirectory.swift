#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open folder, from which files are read by name without following a link.
final class OpenDirectory {
  /// What a file turned out to be.
  enum Content {
    case bytes([UInt8])
    /// Of another size than expected; it was not read.
    case size(Int)
    case notRegular
  }

  private let descriptor: Int32

  /// Opens a folder by its path; the path itself may lead through links.
  init(path: String) throws(SystemFailure) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw SystemFailure.last }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens a folder within this one.
  func directory(named name: ArraySlice<UInt8>) throws(SystemFailure) -> OpenDirectory {
    let opened = unsafe openat(
      descriptor, terminated(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened < 0 { throw SystemFailure.last }
    return OpenDirectory(descriptor: opened)
  }

  /// Reads a file within this folder.
  ///
  /// - Parameters:
  ///   - name: one part of a path, without a slash.
  ///   - size: the size that it must have; `nil` for any up to `limit`.
  ///   - limit: a longer file is not read.
  ///   - followsLinks: whether the name may be a link.
  func file(
    named name: ArraySlice<UInt8>, size: Int?, limit: Int = .max, followsLinks: Bool = false
  ) throws(SystemFailure) -> Content {
    // Without O_NONBLOCK a pipe would wait for its writer.
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
    let opened = unsafe openat(descriptor, terminated(name), flags)
    if opened < 0 { throw SystemFailure.last }
    defer { close(opened) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else { throw SystemFailure.last }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notRegular }
    let found = Int(status.st_size)
    guard found == size ?? found, found <= limit else { return .size(found) }
    return try bytes(of: opened, count: found)
  }

  private func bytes(of file: Int32, count: Int) throws(SystemFailure) -> Content {
    var failure: SystemFailure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        guard let start = buffer.baseAddress else { return }
        let length = unsafe read(file, start + filled, count - filled)
        if length < 0 {
          if errno == EINTR { continue }
          failure = .last
          return
        }
        if length == 0 { return }
        filled += length
      }
    }
    if let failure { throw failure }
    return bytes.count == count ? .bytes(bytes) : .size(bytes.count)
  }

  private func terminated(_ name: ArraySlice<UInt8>) -> [CChar] {
    name.map { CChar(bitPattern: $0) } + [0]
  }
}
