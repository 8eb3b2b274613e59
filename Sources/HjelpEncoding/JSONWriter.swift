/// Writes JSON text with its fields in the order in which they are given.
///
/// The writer puts in commas and, when it is asked to, line ends; the caller keeps begin and end
/// calls in balance.
package struct JSONWriter: Sendable {
  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty text.
  ///
  /// - Parameter count: About how many bytes it will have, if that is known.
  package init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

  /// The text with what ends it; the writer is at an end.
  package consuming func takeBytes(endingWith end: String) -> [UInt8] {
    bytes += end.utf8
    return bytes
  }

  /// Opens an object: as the value of `key` within an object, as an element within an array.
  package mutating func beginObject(_ key: StaticString? = nil) { open("{", key) }

  /// Closes the innermost object.
  package mutating func endObject() { close("}") }

  /// Opens an array.
  package mutating func beginArray(_ key: StaticString? = nil) { open("[", key) }

  /// Closes the innermost array.
  package mutating func endArray() { close("]") }

  /// Writes a text field; `nil` writes nothing.
  package mutating func field(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    writeKey(key)
    writeText(value)
  }

  /// Writes a whole number.
  package mutating func field(_ key: StaticString, _ value: Int) {
    writeKey(key)
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes a number with up to four decimals, without trailing zeros.
  package mutating func field(_ key: StaticString, _ value: Double) {
    writeKey(key)
    let scaled = Int((value * 10_000).rounded())
    var text = String(scaled / 10_000)
    var decimals = String(scaled % 10_000)
    decimals = String(repeating: "0", count: 4 - decimals.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    if !decimals.isEmpty { text += "." + decimals }
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Writes true or false.
  package mutating func field(_ key: StaticString, _ value: Bool) {
    writeKey(key)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a text as an element of an array.
  package mutating func element(_ value: String) {
    separate()
    writeText(value)
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ key: StaticString? = nil, _ json: [UInt8]) {
    if let key { writeKey(key) } else { separate() }
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Puts in a line end: between elements of long arrays, for people and for diffs.
  package mutating func lineBreak() {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func open(_ mark: Unicode.Scalar, _ key: StaticString?) {
    if let key { writeKey(key) } else { separate() }
    bytes.append(UInt8(ascii: mark))
    needsComma = false
  }

  private mutating func close(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func writeKey(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: key.description.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func writeText(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      writeEscaped(text)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func writeEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 0x0F))
      default: bytes.append(byte)
      }
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
