/// Escapes text for HTML and XML.
package enum HTMLEscaping {
  /// Appends `text` so that it can stand as text or inside a quoted attribute.
  ///
  /// `&`, `<`, `>` and `"` become references; control characters that HTML forbids become U+FFFD.
  package static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, to: &bytes) }
  }

  /// Appends the bytes of a text in the same way.
  package static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    let done: Void? = text.withContiguousStorageIfAvailable {
      unsafe append($0, to: &bytes)
    }
    if done == nil { append(Array(text)[...], to: &bytes) }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    for index in 0..<text.count {
      guard let escaped = unsafe replacement(for: text[index]) else { continue }
      unsafe bytes.append(contentsOf: text[start..<index])
      bytes.append(contentsOf: escaped.utf8)
      start = index + 1
    }
    unsafe bytes.append(contentsOf: text[start...])
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
