/// FNV-1a over bytes, 64 bits: for tables whose keys are paths and sentences.
///
/// Not for what has to withstand an attacker, and not for what identifies a release.
package enum ByteHash {
  /// The hash of nothing.
  package static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes, or of bytes that follow others whose hash is `start`.
  package static func value(_ bytes: ArraySlice<UInt8>, from start: UInt64 = start) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
