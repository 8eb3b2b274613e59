/// The keys of a passage's tokens, as the index interns them.
///
/// They are made when the passage is, so that many threads can share the work.
struct PassageTokens: Sendable, Hashable {
  /// The keys, one after the other; a hole is its kind's byte alone.
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  /// Whether there is anything but holes.
  private(set) var hasWords = false

  /// The tokens of a text.
  init(_ text: String) {
    let normalized = LookupNormalizer.tokens(of: text, keepsDisplay: false)
    ends.reserveCapacity(normalized.tokens.count)
    guard normalized.tokens.contains(where: { $0.kind == .hole && $0.range.count > 1 }) else {
      bytes = normalized.bytes
      for token in normalized.tokens {
        ends.append(Int32(token.range.upperBound))
        if token.kind != .hole { hasWords = true }
      }
      return
    }
    bytes.reserveCapacity(normalized.bytes.count)
    for token in normalized.tokens {
      let isHole = token.kind == .hole
      bytes += normalized.bytes[isHole ? token.range.prefix(1) : token.range[...]]
      ends.append(Int32(bytes.count))
      if !isHole { hasWords = true }
    }
  }

  /// The keys in the order of the text.
  var keys: some Sequence<ArraySlice<UInt8>> {
    ends.indices.lazy.map { index in
      bytes[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
    }
  }
}
