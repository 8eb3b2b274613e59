/// Characters that nobody sees, that change the direction of text, or that stand for a lost one.
struct SpecialCharacter {
  enum Kind {
    case opensDirection, closesDirection, joiner, invisible, replacement
  }

  var kind: Kind
  /// Its number in Unicode.
  var value: UInt32
  /// Where it stands in the file.
  var range: Range<Int>

  /// The special characters in a part of a file, in order; the end of a line and a tabulator are none.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [SpecialCharacter] {
    var found: [SpecialCharacter] = []
    for index in range {
      let byte = bytes[index]
      if byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE2, byte != 0xEF { continue }
      if byte < 0x20 || byte == 0x7F {
        if byte != 0x09, byte != 0x0A, byte != 0x0D {
          found.append(.init(kind: .invisible, value: UInt32(byte), range: index..<index + 1))
        }
        continue
      }
      if byte == 0xC2 {
        if index + 1 < range.upperBound, (0x80...0x9F).contains(bytes[index + 1]) {
          found.append(
            .init(kind: .invisible, value: UInt32(bytes[index + 1]), range: index..<index + 2))
        }
        continue
      }
      guard index + 2 < range.upperBound else { continue }
      let value =
        UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F)
      guard let kind = kind(of: value) else { continue }
      found.append(.init(kind: kind, value: value, range: index..<index + 3))
    }
    return found
  }

  private static func kind(of value: UInt32) -> Kind? {
    switch value {
    case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068: .opensDirection
    case 0x202C, 0x2069: .closesDirection
    case 0x200C, 0x200D: .joiner
    case 0x200B, 0x2060...0x2064, 0xFEFF: .invisible
    case 0xFFFD: .replacement
    default: nil
    }
  }
}
