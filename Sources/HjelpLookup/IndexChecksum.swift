/// The checksum of the index files: 64 bits, four lanes, eight bytes a step.
///
/// Each step is a bijection of its lane, so no change of a single word can pass. It guards against
/// damage, not against an attacker.
package enum IndexChecksum {
  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

  /// The checksum of `bytes` from `start` on.
  ///
  /// - Parameters:
  ///   - end: Where they end; `nil` for the end of all.
  ///   - length: The number of bytes that it is of; `nil` for all of them.
  package static func value(
    of bytes: [UInt8], from start: Int, to end: Int? = nil, length: Int? = nil
  ) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let span = bytes.span
    let count = min(end ?? span.count, span.count)
    var index = start
    while index &+ 32 <= count {
      lanes.0 = step(lanes.0, span.word(at: index))
      lanes.1 = step(lanes.1, span.word(at: index &+ 8))
      lanes.2 = step(lanes.2, span.word(at: index &+ 16))
      lanes.3 = step(lanes.3, span.word(at: index &+ 24))
      index &+= 32
    }
    var result = UInt64(truncatingIfNeeded: length ?? count)
    while index < count {
      result = step(result, UInt64(span[index]))
      index += 1
    }
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { result = step(result, lane) }
    return result
  }

  /// The checksum of a sequence of checksums.
  package static func value(_ value: UInt64, after last: UInt64) -> UInt64 { step(last, value) }

  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (lane ^ word) &* prime
    return mixed ^ (mixed >> 29)
  }

  /// Sixteen lower-case hex digits.
  static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Span<UInt8> {
  /// The little-endian word at `index`, all of which must be inside.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index &+ 8 <= count)
    var word: UInt64 = 0
    for offset in 0..<8 {
      word |= UInt64(self[index &+ offset]) << UInt64(8 &* offset)
    }
    return word
  }
}
