/// Changes bytes at random, the same way for the same seed on every machine.
struct Mutator {
  private var state: UInt64

  /// A sequence of changes that `seed` names.
  init(seed: UInt64) { state = seed }

  /// `bytes` with one to six changes: a byte, a stretch that goes, comes twice or moves, a piece of
  /// another input, a word that means something.
  mutating func mutated(_ bytes: [UInt8], others: [[UInt8]]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) {
      let place = below(bytes.count + 1)
      switch below(8) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
      case 1 where place < bytes.count: bytes[place] = UInt8(below(256))
      case 2: bytes.insert(UInt8(below(128)), at: place)
      case 3: bytes.removeSubrange(stretch(bytes, from: place))
      case 4: bytes.insert(contentsOf: bytes[stretch(bytes, from: place)], at: place)
      case 5:
        let other = others[below(others.count)]
        let start = below(other.count + 1)
        bytes.insert(contentsOf: other[stretch(other, from: start)], at: place)
      case 6: bytes.insert(contentsOf: Self.words[below(Self.words.count)].utf8, at: place)
      default: bytes.removeSubrange(place..<min(place + 1, bytes.count))
      }
    }
    return Array(bytes.prefix(8192))
  }

  /// A number below `limit`, which is not 0 (SplitMix64).
  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(limit))
  }

  private mutating func stretch(_ bytes: [UInt8], from place: Int) -> Range<Int> {
    place..<min(bytes.count, place + 1 + below(60))
  }

  private static let words = [
    "</span>", "<span class=\"sxs-lookup\">", "<span data-stu-id=\"a1b2c-101\">",
    "<span data-ttu-id=\"a1b2c-101\">", "\n---\n", "\n\n", "```\n", "> [!NOTE]\n", "| a | b |\n",
    "<script>", "</script>", "<table>", "<td>", "</p>", "<b>", "javascript:", "&#x3A;", "\"", "'>",
    "<a href=\"", "](", "![", "\u{FEFF}", "\0", "\r\n", "é", "同期", "%", "0x80070005", "\\u0041",
    "{", "}", "[", "]", ": ", "- ",
  ]
}
