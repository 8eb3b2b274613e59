/// The bytes that a text has, to see at a glance that a mark does not occur in it.
///
/// The bytes that go on with a character above ASCII (0x80 to 0xBF) are left out.
struct ByteSet {
  private var low: UInt64 = 0
  private var middle: UInt64 = 0
  private var high: UInt64 = 0

  /// Adds a byte.
  @inline(__always)
  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low |= bit
    case 1: middle |= bit
    case 3: high |= bit
    default: break
    }
  }

  /// Whether the text has a byte.
  func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return low & bit != 0
    case 1: return middle & bit != 0
    case 3: return high & bit != 0
    default: return true
    }
  }

  /// Whether the text has one of the bytes from 0xC0 on whose bits are set, the lowest for 0xC0.
  func containsLead(in mask: UInt64) -> Bool { high & mask != 0 }
}
