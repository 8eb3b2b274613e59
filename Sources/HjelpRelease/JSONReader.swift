/// Reads JSON text value by value (RFC 8259), strictly and in the order of the text.
///
/// The caller asks for what it expects; what is not there is thrown with its place. Nothing
/// recurses, and no value is made that nobody asked for: 10,000 files of a manifest are read in a
/// few milliseconds.
///
/// ```swift
/// try reader.beginObject()
/// while let key = try reader.nextKey() {
///   if key == "text" { text = try reader.string() } else { try reader.skipValue() }
/// }
/// try reader.finish()
/// ```
package struct JSONReader {
  /// What a value is.
  package enum Kind: String, Sendable {
    /// `{…}`
    case object = "an object"
    /// `[…]`
    case array = "an array"
    /// `"…"`
    case string = "a text"
    /// `-1.5e3`
    case number = "a number"
    /// `true` or `false`
    case boolean = "true or false"
    /// `null`
    case null = "null"
  }

  private let bytes: [UInt8]
  /// The place that the reader has come to: UTF-8 bytes from the start.
  package private(set) var offset = 0
  private var needsComma = false

  /// A reader at the start of a text.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What the next value is, without reading it; `nil` if no value stands here.
  package mutating func nextKind() -> Kind? {
    skipBlanks()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: return nil
    }
  }

  /// Goes into an object.
  package mutating func beginObject() throws(JSONSyntaxError) {
    try take(UInt8(ascii: "{"), "'{'")
    needsComma = false
  }

  /// The next key of the object; `nil` at its end, which is then passed.
  package mutating func nextKey() throws(JSONSyntaxError) -> String? {
    guard try isNext(before: UInt8(ascii: "}"), "',' or '}'") else { return nil }
    let key = try string()
    try take(UInt8(ascii: ":"), "':'")
    needsComma = false
    return key
  }

  /// Goes into an array.
  package mutating func beginArray() throws(JSONSyntaxError) {
    try take(UInt8(ascii: "["), "'['")
    needsComma = false
  }

  /// True if the array has another element; false at its end, which is then passed.
  package mutating func nextElement() throws(JSONSyntaxError) -> Bool {
    try isNext(before: UInt8(ascii: "]"), "',' or ']'")
  }

  /// Reads a text; invalid UTF-8 and halves of surrogate pairs are refused.
  package mutating func string() throws(JSONSyntaxError) -> String {
    skipBlanks()
    let start = offset
    let text = try stringBytes()
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONSyntaxError(offset: start, expected: "valid UTF-8")
    }
    return string
  }

  /// Reads a text as its bytes, which may be invalid UTF-8.
  package mutating func stringBytes() throws(JSONSyntaxError) -> [UInt8] {
    try take(UInt8(ascii: "\""), Kind.string.rawValue)
    needsComma = true
    var text: [UInt8] = []
    var start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[start..<offset])
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[start..<offset])
        try escape(into: &text)
        start = offset
      case 0..<0x20:
        throw JSONSyntaxError(offset: offset, expected: "'\\' before a control character")
      default:
        offset += 1
      }
    }
    throw JSONSyntaxError(offset: offset, expected: "'\"'")
  }

  /// Reads a whole number, without fraction or exponent.
  package mutating func integer() throws(JSONSyntaxError) -> Int {
    skipBlanks()
    let start = offset
    let text = try number()
    guard let value = Int(String(decoding: text, as: UTF8.self)) else {
      throw JSONSyntaxError(offset: start, expected: "a whole number")
    }
    return value
  }

  /// Reads `true` or `false`.
  package mutating func boolean() throws(JSONSyntaxError) -> Bool {
    skipBlanks()
    if word("true") { return true }
    if word("false") { return false }
    throw JSONSyntaxError(offset: offset, expected: Kind.boolean.rawValue)
  }

  /// Passes over the next value, however deep it is.
  package mutating func skipValue() throws(JSONSyntaxError) {
    var closers: [UInt8] = []
    repeat {
      if let closer = closers.last {
        let isObject = closer == UInt8(ascii: "}")
        let hasMore = isObject ? try nextKey() != nil : try nextElement()
        guard hasMore else {
          closers.removeLast()
          continue
        }
      }
      switch nextKind() {
      case .object:
        try beginObject()
        closers.append(UInt8(ascii: "}"))
      case .array:
        try beginArray()
        closers.append(UInt8(ascii: "]"))
      case .string: _ = try string()
      case .number: _ = try number()
      case .boolean: _ = try boolean()
      case .null:
        guard word("null") else { throw JSONSyntaxError(offset: offset, expected: "a value") }
      case nil: throw JSONSyntaxError(offset: offset, expected: "a value")
      }
    } while !closers.isEmpty
  }

  /// Checks that nothing but blanks follows.
  package mutating func finish() throws(JSONSyntaxError) {
    skipBlanks()
    guard offset == bytes.count else {
      throw JSONSyntaxError(offset: offset, expected: "the end of the text")
    }
  }

  private mutating func skipBlanks() {
    while offset < bytes.count,
      bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D
        || bytes[offset] == 0x09
    {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8, _ name: String) throws(JSONSyntaxError) {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == byte else {
      throw JSONSyntaxError(offset: offset, expected: name)
    }
    offset += 1
  }

  private mutating func isNext(
    before closer: UInt8, _ expected: String
  ) throws(JSONSyntaxError) -> Bool {
    skipBlanks()
    if offset < bytes.count, bytes[offset] == closer {
      offset += 1
      needsComma = true
      return false
    }
    if needsComma {
      try take(UInt8(ascii: ","), expected)
      needsComma = false
    }
    return true
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let name = word.description.utf8
    guard bytes[offset...].starts(with: name) else { return false }
    offset += name.count
    needsComma = true
    return true
  }

  private mutating func number() throws(JSONSyntaxError) -> ArraySlice<UInt8> {
    skipBlanks()
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    try digits()
    if bytes[first] == UInt8(ascii: "0"), offset > first + 1 {
      throw JSONSyntaxError(offset: first, expected: "a number without leading zeros")
    }
    if peek == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if let sign = peek, sign | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    needsComma = true
    return bytes[start..<offset]
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    guard offset > start else { throw JSONSyntaxError(offset: offset, expected: "a digit") }
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = offset
    offset += 1
    guard let mark = peek else { throw JSONSyntaxError(offset: offset, expected: "an escape") }
    offset += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if (0xD800..<0xDC00).contains(unit), bytes[offset...].starts(with: "\\u".utf8) {
        offset += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else {
          throw JSONSyntaxError(offset: start, expected: "both halves of a surrogate pair")
        }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(unit) else {
        throw JSONSyntaxError(offset: start, expected: "both halves of a surrogate pair")
      }
      text.append(contentsOf: String(scalar).utf8)
    default: throw JSONSyntaxError(offset: start, expected: "an escape")
    }
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    let end = offset + 4
    var value: UInt32 = 0
    while offset < end {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONSyntaxError(offset: offset, expected: "a hexadecimal digit")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
