extension QueryPlan {
  /// In a longer text the neighbours of a word are looked for at its first place alone.
  private static let manyWords = 64

  /// Makes elements for what stands near the words: misspelt, joined or split words.
  ///
  /// - Parameter all: also for words that the index knows, for other forms of them.
  mutating func addNeighbours(in index: LookupIndex, all: Bool) {
    var budget = 48
    var seen = KeyInterner<UInt8>()
    for position in words.indices where words[position].kind == .word {
      addJoined(position, index)
      let known = seen.count
      guard seen.intern(key(position)) == known || words.count <= QueryPlan.manyWords else {
        continue
      }
      guard words[position].token == nil || all, budget > 0 else { continue }
      budget -= 1
      let isUnknown = words[position].token == nil
      if !isUnknown, words[position].weight < 4 * TokenWeights.bit { continue }
      addSplit(position, index, all: all)
      addSimilar(position, index, isUnknown: isUnknown)
    }
  }

  /// Two words of the query that are one in the index: `synkroniserings feil`.
  private mutating func addJoined(_ position: Int, _ index: LookupIndex) {
    guard position + 1 < words.count, words[position + 1].kind == .word else { return }
    let joined = key(position) + key(position + 1).dropFirst()
    guard let token = index.vocabulary.token(index.bytes, key: joined[...]) else { return }
    let parts = words[position].weight + words[position + 1].weight
    let gain = min(index.vocabulary.weight(index.bytes, of: token), parts) * 15 / 16
    elements.append(
      Element(
        token: token, start: 2 * position, end: 2 * position + 4, gain: gain, isExact: false,
        next: -1))
    settle(position, gain / 2)
    settle(position + 1, gain / 2)
  }

  /// One word of the query that is two in the index, with or without a letter that joins them; or, if
  /// `all` is wanted, whose beginning or end is one.
  private mutating func addSplit(_ position: Int, _ index: LookupIndex, all: Bool) {
    let whole = key(position)
    guard whole.count >= 8 else { return }
    var longest: (first: Int?, second: Int?) = (nil, nil)
    var isSplit = false
    for cut in stride(from: whole.startIndex + 4, through: whole.endIndex - 3, by: 1)
    where whole[cut] & 0xC0 != 0x80 {
      let first = index.vocabulary.token(index.bytes, key: whole[..<cut])
      let second = tail(whole[cut...], index)
      if let first, cut - whole.startIndex > QueryPlan.shortestPart { longest.first = first }
      if longest.second == nil, whole.endIndex - cut >= QueryPlan.shortestPart {
        longest.second = second
      }
      guard let first else { continue }
      let isJoined = whole[cut] == UInt8(ascii: "s") && whole.endIndex - cut > 4
      guard let second = second ?? (isJoined ? tail(whole[(cut + 1)...], index) : nil) else {
        continue
      }
      isSplit = true
      addParts(position, first, second, index)
    }
    if all, !isSplit { addParts(position, longest.first, longest.second, index) }
  }

  /// A beginning or an end of a word that stands for it has at least as many letters.
  private static let shortestPart = 5

  private func tail(_ bytes: ArraySlice<UInt8>, _ index: LookupIndex) -> Int? {
    index.vocabulary.token(index.bytes, key: ([TokenKind.word.rawValue] + bytes)[...])
  }

  private mutating func addParts(
    _ position: Int, _ first: Int?, _ second: Int?, _ index: LookupIndex
  ) {
    let weights = [first, second].map { token in
      token.map { index.vocabulary.weight(index.bytes, of: $0) } ?? 0
    }
    guard first != nil || second != nil else { return }
    let isWhole = first != nil && second != nil
    if words[position].token == nil, isWhole {
      settle(position, min(weights[0] + weights[1], 14 * TokenWeights.bit))
    }
    let sum = isWhole ? weights[0] + weights[1] : 2 * max(weights[0], weights[1])
    let scale = min(16, words[position].weight * 16 / max(1, sum))
    for (part, token) in [first, second].enumerated() {
      guard let token else { continue }
      let start = 2 * position + part
      elements.append(
        Element(
          token: token, start: start, end: start + 1, gain: weights[part] * scale / 16,
          isExact: false, next: -1))
    }
  }

  /// Words of the index that begin as the word does and differ little from it; of an unknown word
  /// the first two letters may have changed places.
  private mutating func addSimilar(_ position: Int, _ index: LookupIndex, isUnknown: Bool) {
    let key = Array(key(position))
    let length = key.count - 1
    guard length >= (isUnknown ? 3 : 5), length <= 40 else { return }
    var found: [(token: Int, gain: Int)] = []
    var distance = EditDistance(key)
    let own = isUnknown ? 255 : words[position].weight
    func scan(_ prefix: ArraySlice<UInt8>) {
      for level in index.vocabulary.tables.indices {
        let table = index.vocabulary.tables[level]
        let first = index.vocabulary.firsts[level]
        let start = table.lowerBound(index.bytes, prefix)
        table.forEach(index.bytes, from: start) { number, candidate in
          guard candidate.starts(with: prefix) else { return false }
          let likeness = distance.likeness(to: candidate)
          if likeness > 0, candidate != key {
            let weight = min(own, index.vocabulary.weight(index.bytes, of: first + number))
            found.append((first + number, weight * likeness / 16))
          }
          return true
        }
      }
    }
    scan(key[..<(isUnknown ? 3 : 5)])
    if isUnknown, key[1] != key[2], key[1] < 0x80, key[2] < 0x80 {
      scan([key[0], key[2], key[1]])
    }
    found.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.token < $1.token }
    if isUnknown, let best = found.first { settle(position, best.gain) }
    for neighbour in found.prefix(isUnknown ? 12 : 6) {
      elements.append(
        Element(
          token: neighbour.token, start: 2 * position, end: 2 * position + 2, gain: neighbour.gain,
          isExact: false, next: -1))
    }
  }

  /// Gives an unknown word the weight of what it was taken for.
  private mutating func settle(_ position: Int, _ gain: Int) {
    guard words[position].token == nil else { return }
    let weight = max(gain, TokenWeights.unknown / 2)
    total += weight - words[position].weight
    words[position].weight = weight
  }
}
