internal import Crypto

/// The hash that names a file's content in a release.
public enum ContentHash {
  /// The length of a hash as text: 64 hexadecimal digits.
  public static let length = 64

  /// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
  public static func sha256(of bytes: [UInt8]) -> String {
    var hasher = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(length)
    for byte in hasher.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// True for 64 lower-case hexadecimal digits.
  static func isHash(_ text: some Collection<UInt8>) -> Bool {
    text.count == length
      && text.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}
