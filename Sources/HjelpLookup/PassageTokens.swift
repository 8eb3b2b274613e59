/// The keys of a passage's tokens, as the index interns them.
///
/// They are made when the passage is, so that many threads can share the work. A site has millions of
/// them: one piece of memory holds all.
struct PassageTokens: Sendable, Hashable {
  /// The keys, one after the other, then where each ends, in four bytes, the lowest first; a hole is its
  /// kind's byte alone.
  private let bytes: [UInt8]
  private let count: Int32
  /// Whether there is anything but holes.
  let hasWords: Bool

  /// The tokens of a text.
  init(_ text: String) {
    let normalized = LookupNormalizer.tokens(of: text, keepsDisplay: false)
    let count = normalized.tokens.count
    var bytes: [UInt8] = []
    var ends: [UInt8] = []
    bytes.reserveCapacity(normalized.bytes.count + 4 * count)
    ends.reserveCapacity(4 * count)
    var hasWords = false
    for token in normalized.tokens {
      let isHole = token.kind == .hole
      bytes += normalized.bytes[isHole ? token.range.prefix(1) : token.range[...]]
      for shift in [0, 8, 16, 24] { ends.append(UInt8(truncatingIfNeeded: bytes.count >> shift)) }
      if !isHole { hasWords = true }
    }
    bytes += ends
    self.bytes = bytes
    self.count = Int32(count)
    self.hasWords = hasWords
  }

  /// The keys in the order of the text.
  var keys: some Sequence<ArraySlice<UInt8>> {
    (0..<Int(count)).lazy.map { bytes[end(of: $0 - 1)..<end(of: $0)] }
  }

  private func end(of token: Int) -> Int {
    guard token >= 0 else { return 0 }
    let place = bytes.count - 4 * (Int(count) - token)
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16
      | Int(bytes[place + 3]) << 24
  }
}
