internal import HjelpDiagnostics

/// An article's name: the path below its locale folder, without `.md`, kept as bytes.
///
/// Two paths that look the same but are written in different Unicode forms are two articles.
public struct ArticleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path with `/` between its parts.
  public let bytes: [UInt8]

  /// An identifier of these bytes.
  public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// An identifier of a text, as it is written.
  public init(_ text: String) { self.init(text.utf8) }

  /// The path as text; bytes that are not UTF-8 become U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Hashes the bytes as one number: one call for each byte would cost more than the rest.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ByteHash.value(bytes[...]))
  }

  /// Orders by bytes.
  public static func < (left: ArticleID, right: ArticleID) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
