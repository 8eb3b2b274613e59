/// Reads the parts of an index, or of what a build kept, and never outside of the bytes: what is
/// missing reads as 0.
///
/// A cursor that ran over its end says so (`isOver`), so that loops over damaged counts stop.
package struct IndexCursor {
  /// The offset of the next byte.
  package var position: Int
  /// True once something was read behind the end.
  package private(set) var isOver = false

  /// Begins at `position`.
  package init(_ position: Int) { self.position = position }

  /// The next byte.
  @inline(__always)
  package mutating func byte(_ bytes: [UInt8]) -> Int {
    guard position >= 0, position < bytes.count else {
      isOver = true
      return 0
    }
    defer { position &+= 1 }
    return Int(bytes[position])
  }

  /// A number in groups of seven bits.
  @inline(__always)
  package mutating func variable(_ bytes: [UInt8]) -> Int {
    var value = byte(bytes)
    guard value >= 0x80 else { return value }
    value &= 0x7F
    var shift = 7
    while shift < 35 {
      let next = byte(bytes)
      value |= (next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    isOver = true
    return 0
  }

  /// A number of things of which there can be no more than `limit`; 0 where there are said to be.
  @inline(__always)
  package mutating func count(_ bytes: [UInt8], atMost limit: Int) -> Int {
    let count = variable(bytes)
    guard count > limit else { return count }
    isOver = true
    return 0
  }

  /// A token, as `IndexBytes.appendToken` writes it.
  @inline(__always)
  mutating func token(_ bytes: [UInt8]) -> Int {
    let first = byte(bytes)
    if first < TokenCoding.short { return first }
    if first < 254 { return TokenCoding.short + (first - TokenCoding.short) << 8 + byte(bytes) }
    if first == 254 {
      let low = byte(bytes)
      return TokenCoding.medium + low + byte(bytes) << 8
    }
    let value = IndexCursor.fixed32(bytes, position)
    position += 4
    return TokenCoding.long + value
  }

  /// The range of a text with its length before it; empty if it does not fit.
  package mutating func text(_ bytes: [UInt8]) -> Range<Int> {
    let length = variable(bytes)
    guard length <= bytes.count - position else {
      isOver = true
      return 0..<0
    }
    defer { position += length }
    return position..<position + length
  }

  /// A number in eight bytes.
  package mutating func fixed64(_ bytes: [UInt8]) -> UInt64 {
    guard position >= 0, position <= bytes.count - 8 else {
      isOver = true
      return 0
    }
    defer { position += 8 }
    return Self.fixed64(bytes, position)
  }

  /// The number of four bytes at `offset`, 0 if it lies outside.
  @inline(__always)
  static func fixed32(_ bytes: [UInt8], _ offset: Int) -> Int {
    guard offset >= 0, offset &+ 4 <= bytes.count else { return 0 }
    return Int(bytes[offset]) | Int(bytes[offset &+ 1]) << 8 | Int(bytes[offset &+ 2]) << 16
      | Int(bytes[offset &+ 3]) << 24
  }

  /// The number of eight bytes at `offset`, 0 if it lies outside.
  static func fixed64(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    UInt64(fixed32(bytes, offset)) | UInt64(fixed32(bytes, offset + 4)) << 32
  }
}
