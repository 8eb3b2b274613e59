/// The hash by which a whole phrase is found.
///
/// Sequences lie in the order of their hashes, so that the place of one can be guessed from its hash
/// and no table is needed. Numbers count as equal.
struct SequenceHash {
  /// The hash so far.
  private(set) var value: UInt32 = 0x811C_9DC5

  /// Adds a token; nil for a number of any value.
  mutating func append(_ token: Int?) {
    var mixed =
      UInt64(value) &* 0x9E37_79B9 &+ UInt64(UInt32(truncatingIfNeeded: (token ?? -2) + 3))
    mixed = (mixed ^ mixed >> 15) &* 0x2C1B_3C6D
    value = UInt32(truncatingIfNeeded: mixed ^ mixed >> 29)
  }
}
