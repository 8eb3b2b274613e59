internal import Crypto

/// A SHA-256.
struct ContentDigest: Sendable, Hashable, CustomStringConvertible {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The SHA-256 of `bytes`.
  init(of bytes: [UInt8]) {
    var hasher = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    self.init(hasher)
  }

  /// The SHA-256 of what a hasher was given.
  init(_ hasher: SHA256) { self.init(words: Array(hasher.finalize())) }

  /// The digest that a text of 64 lower-case hexadecimal digits says; `nil` for any other text.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.count == ContentHash.length else { return nil }
    var isHexadecimal = true
    func word(_ number: Int) -> UInt64 {
      let start = text.startIndex + 16 * number
      var word: UInt64 = 0
      for index in start..<(start + 16) {
        let value: UInt8
        switch text[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = text[index] - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = text[index] - UInt8(ascii: "a") + 10
        default:
          isHexadecimal = false
          value = 0
        }
        word = word << 4 | UInt64(value)
      }
      return word
    }
    words = (word(0), word(1), word(2), word(3))
    guard isHexadecimal else { return nil }
  }

  /// - Parameter bytes: 32 of them.
  private init(words bytes: [UInt8]) {
    func word(_ number: Int) -> UInt64 {
      bytes[(8 * number)..<(8 * number + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// 64 lower-case hexadecimal digits.
  var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(ContentHash.length)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        text.append(digits[Int(word >> shift & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func == (left: ContentDigest, right: ContentDigest) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
