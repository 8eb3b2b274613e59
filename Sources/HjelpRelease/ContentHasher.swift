internal import Crypto

/// Makes the hash of content that is not at hand all at once.
package struct ContentHasher: Sendable {
  private var hasher = SHA256()

  /// Nothing yet.
  package init() {}

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
  }

  /// The SHA-256 of all bytes as 64 lower-case hexadecimal digits.
  package var hash: String { ContentDigest(hasher).description }
}
