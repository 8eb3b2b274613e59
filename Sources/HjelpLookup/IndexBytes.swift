/// Writes the parts of an index, or of what a build keeps.
package struct IndexBytes {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// The number of bytes written.
  package var count: Int { bytes.count }

  /// Begins anew, with the room that there is.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Reserves room.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a byte.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds bytes.
  package mutating func append(contentsOf more: some Sequence<UInt8>) { bytes += more }

  /// Adds a number in four bytes, the lowest first.
  mutating func append32(_ value: Int) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// Adds a number in eight bytes, the lowest first.
  package mutating func append64(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Puts a number of four bytes in the place of another.
  mutating func set32(_ value: Int, at place: Int) {
    for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
  }

  /// Puts a number of eight bytes in the place of another.
  mutating func set64(_ value: UInt64, at place: Int) {
    for byte in 0..<8 {
      bytes[place + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
    }
  }

  /// Adds a number of 0 or more in groups of seven bits, the lowest first.
  package mutating func appendVariable(_ value: Int) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a token: one byte for the commonest, two for the next, then three or five.
  mutating func appendToken(_ token: Int) {
    if token < TokenCoding.short {
      bytes.append(UInt8(token))
    } else if token < TokenCoding.medium {
      let rest = token - TokenCoding.short
      bytes += [UInt8(TokenCoding.short + rest >> 8), UInt8(rest & 0xFF)]
    } else if token < TokenCoding.long {
      let rest = token - TokenCoding.medium
      bytes += [254, UInt8(rest & 0xFF), UInt8(rest >> 8)]
    } else {
      bytes.append(255)
      append32(token - TokenCoding.long)
    }
  }

  /// Adds a text with its length before it.
  package mutating func appendText(_ text: some Collection<UInt8>) {
    appendVariable(text.count)
    bytes += text
  }
}
