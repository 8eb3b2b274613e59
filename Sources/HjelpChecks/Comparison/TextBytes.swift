/// Classes of bytes in the text of a unit.
enum TextBytes {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isHexLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 6 }

  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isHexLetter(byte) }

  static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  static func isASCIIWord(_ byte: UInt8) -> Bool { isASCIIAlphanumeric(byte) || byte == 0x5F }

  /// A letter, a digit, a low line, or a part of a letter above ASCII.
  static func isWord(_ byte: UInt8) -> Bool { isASCIIWord(byte) || byte >= 0x80 }

  /// What stands between the braces or percent signs of a placeholder.
  static func isWordOrMark(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  static func isEmailPart(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  /// A capital ASCII letter made small; any other byte as it is.
  static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether the bytes are equal but for the case of ASCII letters.
  static func equalsIgnoringCase(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { lowered($0) == lowered($1) }
  }

  /// Whether a character above ASCII that ends before, or begins at, `index` is a letter: the marks
  /// of General Punctuation, CJK punctuation, full-width marks and Latin-1 signs are none.
  static func isLetterAboveASCII(_ text: [UInt8], startingAt index: Int, limit: Int) -> Bool {
    guard index < limit else { return false }
    switch text[index] {
    case 0xC2: return index + 1 < limit && (text[index + 1] == 0xAA || text[index + 1] == 0xBA)
    case 0xE2: return false
    case 0xE3: return index + 1 < limit && text[index + 1] != 0x80
    case 0xEF: return index + 1 < limit && ![0xBC, 0xBD, 0xB8, 0xB9].contains(text[index + 1])
    default: return text[index] >= 0xC3
    }
  }

  /// The start of the character that ends before `index`.
  static func characterStart(_ text: [UInt8], before index: Int, limit: Int) -> Int {
    var start = index - 1
    while start > limit, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
