/// A set of short words that is asked for each word of a text: up to eight bytes, in small letters.
///
/// Longer words are left out: function words are short.
struct WordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  init(_ words: some Sequence<[UInt8]>) {
    let packed = words.filter { $0.count <= 8 }.map { Self.packed($0[...]) }
    var size = 16
    while size < packed.count * 4 { size *= 2 }
    mask = size - 1
    slots = [UInt64](repeating: 0, count: size)
    for word in packed where word != 0 {
      var slot = Self.hash(word) & mask
      while slots[slot] != 0, slots[slot] != word { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }

  /// Whether the packed word is in the set.
  func contains(_ word: UInt64) -> Bool {
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      if slots[slot] == word { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// How many words of a text are in the set, up to a limit.
  func count(in text: ArraySlice<UInt8>, limit: Int = .max) -> Int {
    var count = 0
    var word: UInt64 = 0
    var length = 0
    for byte in text {
      if TextBytes.isWord(byte) {
        word = word << 8 | UInt64(TextBytes.lowered(byte))
        length += 1
      } else {
        if length > 0, length <= 8, contains(word) {
          count += 1
          if count >= limit { return count }
        }
        word = 0
        length = 0
      }
    }
    if length > 0, length <= 8, contains(word) { count += 1 }
    return count
  }

  private static func packed(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func hash(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
