/// The hash that names a file's content in a release.
public enum ContentHash {
  /// The length of a hash as text: 64 hexadecimal digits.
  public static let length = 64

  /// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
  public static func sha256(of bytes: [UInt8]) -> String { ContentDigest(of: bytes).description }
}
