/// The passages of a search page's tables with their words.
struct SearchPassages {
  /// Which words and passages are kept.
  struct Rule {
    /// As many words of a passage as are kept, the most telling ones.
    var words: Int
    /// As many bits as the words of a quoted text must tell.
    var bits: Int
  }

  /// From all to little.
  static let rules = [
    Rule(words: .max, bits: 0), Rule(words: 12, bits: 8), Rule(words: 9, bits: 10),
    Rule(words: 8, bits: 12), Rule(words: 7, bits: 14), Rule(words: 6, bits: 14),
    Rule(words: 6, bits: 16), Rule(words: 5, bits: 16), Rule(words: 5, bits: 18),
    Rule(words: 4, bits: 18), Rule(words: 4, bits: 20), Rule(words: 3, bits: 20),
    Rule(words: 3, bits: 24),
  ]

  /// A passage that is kept.
  struct Passage {
    var article: Int
    var kind: PassageKind
    /// What its words tell together.
    var bits: Int
    /// What those that are kept tell together.
    var keptBits: Int
  }

  /// What a rule keeps.
  struct Kept {
    var passages: [Passage] = []
    /// The passages of each word.
    var postings: [[Int]]
    /// Whether a word stands in the tables; one that is kept for no passage is known there.
    var isKnown: [Bool]

    /// About how many bytes the tables take.
    var estimatedBytes: Int {
      var bits = passages.reduce(0) { $0 + ($1.keptBits < $1.bits ? 12 : 8) }
      for word in postings.indices where isKnown[word] {
        bits += 16 + BitWriter.estimate(postings[word].count, among: passages.count)
      }
      return bits / 8
    }
  }

  private var vocabulary = KeyInterner()
  /// How many passages have a word.
  private var frequencies: [Int] = []
  private var passages: [(article: Int, kind: PassageKind, words: [Int])] = []
  private var articles = 0

  /// The words by number: the kind's byte, then the text in UTF-8.
  var words: [ArraySlice<UInt8>] { (0..<vocabulary.count).map { vocabulary.key($0) } }

  /// Adds an article.
  mutating func append(_ entry: LookupEntry) {
    var known: [[Int]: Int] = [:]
    for code in entry.codes { append(.declared, PassageTokens(code), &known) }
    let passages = entry.passages.span
    for index in passages.indices where passages[index].kind != .sentence {
      append(passages[index].kind, passages[index].tokens, &known)
    }
    articles += 1
  }

  /// Adds a passage of the article.
  ///
  /// - Parameter known: The passages of the article by their words.
  private mutating func append(
    _ kind: PassageKind, _ tokens: PassageTokens, _ known: inout [[Int]: Int]
  ) {
    var own: [Int] = []
    SearchWords.forEach(of: tokens) { word in
      let number = vocabulary.intern(word)
      if number == frequencies.count { frequencies.append(0) }
      if !own.contains(number) { own.append(number) }
    }
    guard !own.isEmpty else { return }
    if let place = known[own] {
      if kind.rawValue < passages[place].kind.rawValue { passages[place].kind = kind }
      return
    }
    known[own] = passages.count
    passages.append((articles, kind, own))
    for word in own { frequencies[word] += 1 }
  }

  /// What each word tells, in bits, 0 to 14; 0 is half a bit.
  var weights: [Int] {
    let all = TokenWeights.log2(max(passages.count, 1))
    return frequencies.indices.map { word in
      let rarity = all - TokenWeights.log2(max(frequencies[word], 1))
      let bits =
        switch vocabulary.key(word).first {
        case SearchWords.number: TokenWeights.number
        case SearchWords.code: max(rarity, 8 * TokenWeights.bit)
        case SearchWords.pair: min(rarity * 5 / 8, 9 * TokenWeights.bit)
        default: rarity
        }
      return min((max(bits, 0) + TokenWeights.bit / 2) / TokenWeights.bit, 14)
    }
  }

  /// What a rule keeps.
  func kept(by rule: Rule) -> Kept {
    let weights = weights
    var kept = Kept(
      postings: Array(repeating: [], count: frequencies.count),
      isKnown: Array(repeating: false, count: frequencies.count))
    for passage in passages {
      let all = passage.words.reduce(0) { $0 + weights[$1] }
      guard passage.kind != .quoted || all >= rule.bits else { continue }
      var words = passage.words
      if words.count > rule.words {
        // Of words that tell as much the first ones.
        let order = words.indices.sorted {
          (weights[words[$1]], $0) < (weights[words[$0]], $1)
        }
        words = order.prefix(rule.words).map { passage.words[$0] }
      }
      for word in passage.words { kept.isKnown[word] = true }
      for word in words { kept.postings[word].append(kept.passages.count) }
      kept.passages.append(
        Passage(
          article: passage.article, kind: passage.kind, bits: all,
          keptBits: words.count == passage.words.count ? all : words.reduce(0) { $0 + weights[$1] }
        ))
    }
    return kept
  }
}
