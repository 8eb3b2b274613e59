/// A run of ASCII without blanks, quotation marks or brackets, and what it is made of.
struct Chunk {
  /// The first scalar.
  let start: Int
  /// The scalar after the last.
  private(set) var end: Int
  private var hasMark = false

  /// A longer run is looked at in parts, so that no text takes time by its square.
  static let longest = 160

  /// Reads the run that begins at `start`.
  init(_ scalars: [UInt32], from start: Int) {
    self.start = start
    end = start
    let limit = min(scalars.count, start + Chunk.longest)
    while end < limit, scalars[end] > 0x20, scalars[end] < 0x7F {
      switch scalars[end] {
      case 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3B, 0x3C, 0x3D, 0x3E, 0x5B, 0x5D, 0x7B, 0x7C, 0x7D:
        return
      case 0x2D, 0x2E, 0x2F, 0x3A, 0x40, 0x5C, 0x7E: hasMark = true
      default: break
      }
      end += 1
    }
  }

  /// False for plain words, which need no closer look.
  var isTelling: Bool { hasMark }

  /// Takes away the punctuation that ends a sentence.
  mutating func trim(_ scalars: [UInt32]) {
    while end > start + 1, [0x2E, 0x3A, 0x21, 0x3F, 0x2D].contains(scalars[end - 1]) { end -= 1 }
  }

  /// An e-mail address.
  func isAddress(_ scalars: [UInt32]) -> Bool {
    guard let at = (start..<end).first(where: { scalars[$0] == 0x40 }), at > start, at + 3 < end
    else { return false }
    return scalars[at + 1..<end].contains(0x2E)
  }

  /// `9:24`, `13:19:07.5`, `2026-11-21`, `11/21/2026`, `2026-11-19T20:24:12.426Z`.
  func isTimeOrDate(_ scalars: [UInt32]) -> Bool {
    var digits = 0
    var marks: [UInt32: Int] = [:]
    for index in start..<end {
      let value = scalars[index]
      switch value {
      case 0x30...0x39: digits += 1
      case 0x2B, 0x2D, 0x2E, 0x2F, 0x3A: marks[value, default: 0] += 1
      case 0x54, 0x5A: break
      default: return false
      }
    }
    let colons = marks[0x3A] ?? 0
    if colons > 0 { return digits >= 3 }
    return digits >= 6 && (marks[0x2F] == 2 || marks[0x2D] == 2)
  }

  /// Four numbers with dots, and perhaps a port.
  func isNetworkAddress(_ scalars: [UInt32]) -> Bool {
    var dots = 0
    var digits = 0
    for index in start..<end {
      switch scalars[index] {
      case 0x30...0x39: digits += 1
      case 0x2E: dots += 1
      case 0x3A: if dots != 3 { return false }
      default: return false
      }
    }
    return dots == 3 && digits >= 4 && digits <= 17
  }
}
