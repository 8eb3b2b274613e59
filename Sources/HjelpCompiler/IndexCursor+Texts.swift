internal import HjelpLookup

/// Texts in what a build kept.
extension IndexCursor {
  /// A text that there need not be.
  mutating func optionalText(_ bytes: [UInt8]) -> String? {
    let length = count(bytes, atMost: bytes.count - position + 1) - 1
    guard length >= 0, position + length <= bytes.count else { return nil }
    defer { position += length }
    return String(decoding: bytes[position..<(position + length)], as: UTF8.self)
  }

  /// A text with its length before it.
  mutating func string(_ bytes: [UInt8]) -> String {
    String(decoding: bytes[text(bytes)], as: UTF8.self)
  }

  /// Texts.
  mutating func texts(_ bytes: [UInt8]) -> [String] {
    (0..<count(bytes, atMost: bytes.count)).map { _ in string(bytes) }
  }
}
