/// A query against one index: its tokens, and the tokens of the index that can stand for them.
struct QueryPlan {
  /// A token of the query.
  struct Word {
    /// Its kind.
    var kind: TokenKind
    /// Its number in the index, or nil.
    var token: Int?
    /// What it weighs, in sixteenths of a bit.
    var weight: Int
    /// The part of the text it stands in.
    var segment: Int
  }

  /// A token of the index that can stand for a stretch of the query.
  ///
  /// Places in the query are halves of words, so that one word can be aligned with two.
  struct Element {
    /// The number in the index.
    var token: Int
    /// The first half word.
    var start: Int
    /// The half word after the last.
    var end: Int
    /// What an alignment is worth, in sixteenths of a bit.
    var gain: Int
    /// True for the very word.
    var isExact: Bool
    /// The next element of the same token, or -1.
    var next: Int
  }

  /// No more tokens of a query are looked at than this.
  static let longest = 4096

  /// The normalised query.
  private(set) var text: NormalizedText
  /// The tokens.
  var words: [Word] = []
  /// What can stand for them.
  var elements: [Element] = []
  /// The sum of the weights.
  var total = 0
  /// Numbers of the index's codes that the query holds.
  var knownCodes: [Int] = []
  /// How many codes the query holds that no article has.
  var unknownCodes = 0
  /// Whether the query holds a number, or a code that no article has.
  private(set) var hasVariables = false
  /// The numbers of elements by token: open addressing.
  private var slots: [Int32] = []

  /// Looks the words of `text` up in `index`.
  ///
  /// - Parameter whole: the key that the whole text has if it is a code of the front matter.
  init(_ text: NormalizedText, whole: [UInt8]?, in index: LookupIndex) {
    self.text = text
    if let whole, let code = index.vocabulary.token(index.bytes, key: whole[...]) {
      self.text.tokens = []
      self.text.appendKey(.code, Array(whole.dropFirst()))
      let weight = index.vocabulary.weight(index.bytes, of: code)
      words = [Word(kind: .code, token: code, weight: weight, segment: 0)]
      knownCodes = [code]
      total = weight
      return
    }
    words.reserveCapacity(min(text.tokens.count, QueryPlan.longest))
    for token in text.tokens.prefix(QueryPlan.longest) { append(token, index) }
    total = words.reduce(0) { $0 + $1.weight }
    hasVariables = unknownCodes > 0 || words.contains { $0.kind == .number }
  }

  private mutating func append(_ token: LookupToken, _ index: LookupIndex) {
    var kind = token.kind
    var key = text.bytes[token.range]
    if kind == .hole {
      guard token.range.count > 1 else {
        words.append(Word(kind: .hole, token: nil, weight: 0, segment: token.segment))
        return
      }
      key = ([TokenKind.code.rawValue] + key.dropFirst())[...]
      kind = .code
    }
    let found = index.vocabulary.token(index.bytes, key: key)
    if token.kind == .hole, found == nil { kind = .hole }
    let weight: Int =
      if let found {
        index.vocabulary.weight(index.bytes, of: found)
      } else {
        switch kind {
        case .hole: 0
        case .number: TokenWeights.number
        case .code: TokenWeights.unknownCode
        case .word: TokenWeights.unknown
        case .pair: TokenWeights.unknown * 5 / 8
        case .kana: TokenWeights.unknown / 4
        }
      }
    if kind == .code {
      if let found {
        if !knownCodes.contains(found) { knownCodes.append(found) }
      } else {
        unknownCodes += 1
      }
    }
    words.append(Word(kind: kind, token: found, weight: weight, segment: token.segment))
  }

  /// The key of a word in the buffer of the text.
  func key(_ word: Int) -> ArraySlice<UInt8> { text.bytes[text.tokens[word].range] }

  /// Makes the elements of the words themselves.
  mutating func addExactElements() {
    for (position, word) in words.enumerated() {
      guard let token = word.token, word.kind != .hole else { continue }
      let gain = word.kind == .number ? word.weight * 2 : word.weight
      elements.append(
        Element(
          token: token, start: 2 * position, end: 2 * position + 2, gain: gain, isExact: true,
          next: -1))
    }
  }

  /// Makes the elements findable by their token; to be called when all are there.
  mutating func indexElements() {
    var size = 16
    while size < elements.count * 2 + 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for index in elements.indices.reversed() {
      var slot = QueryPlan.slot(elements[index].token, size)
      while slots[slot] >= 0, elements[Int(slots[slot])].token != elements[index].token {
        slot = (slot + 1) & (size - 1)
      }
      elements[index].next = Int(slots[slot])
      slots[slot] = Int32(index)
    }
  }

  /// The first element of a token, or -1.
  @inline(__always)
  func firstElement(of token: Int) -> Int {
    var slot = QueryPlan.slot(token, slots.count)
    while slots[slot] >= 0 {
      if elements[Int(slots[slot])].token == token { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  @inline(__always)
  private static func slot(_ token: Int, _ size: Int) -> Int {
    (token &* 0x9E37_79B1 >> 8) & (size - 1)
  }

  /// The hash of the whole query as one phrase; nil if a word is none of the index's.
  var phraseHash: UInt32? {
    var hash = SequenceHash()
    for word in words {
      guard word.kind != .hole else { return nil }
      if word.kind == .number {
        hash.append(nil)
      } else if let token = word.token {
        hash.append(token)
      } else {
        return nil
      }
    }
    return words.isEmpty ? nil : hash.value
  }
}
