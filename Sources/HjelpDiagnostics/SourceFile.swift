/// A file as it was read: its name and its bytes.
public struct SourceFile: Sendable {
  /// The path as it was named, for messages.
  public let path: String
  /// All bytes, a byte order mark included.
  public let bytes: [UInt8]

  /// A file with this name and content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
