/// Percent-encoding of paths (RFC 3986).
package enum PercentEncoding {
  /// The path with every byte encoded that is not unreserved and not a slash.
  package static func path(_ path: some Sequence<UInt8>) -> String {
    encode(path) { isUnreserved($0) || $0 == UInt8(ascii: "/") }
  }

  /// A URL as an author wrote it, made safe for an attribute: reserved characters and complete
  /// `%XX` stay, blanks, quotes, controls and bytes above ASCII are encoded.
  package static func url(_ url: some Collection<UInt8>) -> String {
    let text = escapingLonePercent(Array(url))
    return encode(text) { byte in
      switch byte {
      case 0...0x20, 0x7F...0xFF: false
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "`"),
        UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        false
      default: true
      }
    }
  }

  /// A `%` that no two hexadecimal digits follow stands for itself.
  private static func escapingLonePercent(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      result.append(byte)
      guard byte == UInt8(ascii: "%") else { continue }
      let digits = text[(index + 1)...].prefix(2)
      if digits.count < 2 || digits.contains(where: { hexValue($0) == nil }) {
        result.append(contentsOf: "25".utf8)
      }
    }
    return result
  }

  /// The bytes that `text` stands for; `nil` if a `%` is not followed by two hexadecimal digits.
  package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = iterator.next().flatMap(hexValue),
        let low = iterator.next().flatMap(hexValue)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func encode(_ text: some Sequence<UInt8>, keep: (UInt8) -> Bool) -> String {
    let text = Array(text)
    if text.allSatisfy(keep) { return String(decoding: text, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text {
      if keep(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 0x0F)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
