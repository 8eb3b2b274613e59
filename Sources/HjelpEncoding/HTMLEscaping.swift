/// Escapes text for HTML and XML.
package enum HTMLEscaping {
  /// Appends `text` so that it can stand as text or inside a quoted attribute.
  ///
  /// `&`, `<`, `>` and `"` become references; control characters that HTML forbids become U+FFFD.
  package static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var start = text.startIndex
    for index in text.indices {
      guard let escaped = replacement(for: text[index]) else { continue }
      bytes.append(contentsOf: text[start..<index])
      bytes.append(contentsOf: escaped.utf8)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }

  /// Appends the bytes of a text in the same way.
  package static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    append(Array(text)[...], to: &bytes)
  }

  private static func replacement(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }

  /// `text` with the characters escaped that mean something in HTML.
  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    append(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
