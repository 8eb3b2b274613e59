/// Bytes as a key of a table: a path, a heading.
///
/// Compared by their bytes, and hashed as one number: the hash of an array takes a call for each byte.
package struct ByteKey: Hashable, Sendable {
  /// The bytes.
  package let bytes: [UInt8]

  /// A key of these bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Hashes the bytes as one number.
  package func hash(into hasher: inout Hasher) { hasher.combine(ByteHash.value(bytes[...])) }
}
