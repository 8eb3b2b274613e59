/// A file that stands on its own, outside a release.
package enum SingleFile {
  /// Why it cannot be read.
  package struct Failure: Error, Sendable, CustomStringConvertible {
    /// The reason in lower case.
    package let description: String
  }

  /// The bytes of a regular file of at most a gigabyte, or of the one that a link leads to.
  package static func bytes(at path: String) throws(Failure) -> [UInt8] {
    let bytes = Array(path.utf8)
    let nameStart = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    // With its slash, so that a file in the root is looked for there.
    let folder = nameStart == 0 ? "." : String(decoding: bytes[..<nameStart], as: UTF8.self)
    let content: OpenDirectory.Content
    do {
      content = try OpenDirectory(path: folder)
        .file(named: bytes[nameStart...], size: nil, limit: 1 << 30, followsLinks: true)
    } catch {
      throw Failure(description: error.description)
    }
    switch content {
    case .bytes(let bytes): return bytes
    case .notRegular: throw Failure(description: "it is not a regular file")
    case .size(let size): throw Failure(description: "\(size) bytes are too many")
    }
  }
}
