/// What a half of a unit holds that a translation keeps: names, numbers, addresses.
///
/// A feature is the hash of a word with a capital letter, a digit or a low line, in small letters, or
/// of the last part of a link's destination.
struct PairFeatures {
  /// Hashes of names, in order.
  private(set) var names: [UInt32] = []
  /// Hashes of what is certainly kept: numbers, identifiers, destinations.
  private(set) var strong: [UInt32] = []

  init(_ side: SideContent, _ segment: Segment) {
    var found = PairFeatures()
    Self.read(side, segment) { hash, isStrong in
      if isStrong { found.strong.append(hash) } else { found.names.append(hash) }
    }
    self = found
  }

  private init() {}

  /// A bit for each feature, to see at a glance that halves share none.
  static func mask(_ side: SideContent, _ segment: Segment) -> UInt64 {
    var mask: UInt64 = 0
    read(side, segment) { hash, _ in mask |= 1 << UInt64(hash >> 13 & 63) }
    return mask
  }

  @inline(__always)
  private static func read(
    _ side: SideContent, _ segment: Segment, _ found: (UInt32, _ isStrong: Bool) -> Void
  ) {
    let text = side.text
    var index = segment.text.lowerBound
    let end = segment.text.upperBound
    while index < end {
      guard TextBytes.isASCIIWord(text[index]) else {
        index += 1
        continue
      }
      var hash: UInt32 = 2_166_136_261
      var hasMark = false
      var capitals = 0
      let start = index
      while index < end, TextBytes.isASCIIWord(text[index]) {
        let byte = text[index]
        if byte < 0x3A || byte == 0x5F { hasMark = true }
        if byte &- 0x41 < 26 { capitals += 1 }
        hash = (hash ^ UInt32(TextBytes.lowered(byte))) &* 16_777_619
        index += 1
      }
      // A word that goes on with a letter above ASCII is no name of the source.
      if index < end, (0xC3...0xCA).contains(text[index]) { continue }
      if hasMark || capitals > 1 && index - start > 4 {
        found(hash, true)
      } else if capitals > 0, index - start > 1 {
        found(hash, false)
      }
    }
    for link in side.links[segment.links] { found(Self.hash(link.destination), true) }
  }

  /// How many features of one half another half shares, strong ones counted twice.
  static func weight(_ features: Set<UInt32>, strong: Set<UInt32>) -> Int {
    features.count + features.intersection(strong).count
  }

  private static func hash(_ destination: [UInt8]) -> UInt32 {
    var end = destination.count
    if end > 0, destination[end - 1] == UInt8(ascii: "/") { end -= 1 }
    let start = destination[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return destination[start..<end].reduce(2_166_136_261) {
      ($0 ^ UInt32(TextBytes.lowered($1)) ^ 0x100) &* 16_777_619
    }
  }
}
