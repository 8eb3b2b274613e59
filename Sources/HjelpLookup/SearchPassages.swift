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
    var postings: [[Int32]]
    /// Whether a word stands in the tables; one that is kept for no passage is known there.
    var isKnown: [Bool]
  }

  private let store: PassageStore
  private var vocabulary = KeyInterner<UInt8>()
  /// The lists of words that passages consist of.
  private var lists = KeyInterner<Int32>()
  /// The list of each of the store's sequences: -1 where it has no words, -2 until it is known.
  private var listOfSequence: [Int32]
  /// The last passage that has a list.
  private var lastPassage: [Int32] = []
  private var passages: [(article: Int32, kind: PassageKind, list: Int32)] = []
  private var articles: Int32 = 0

  /// The words by number: the kind's byte, then the text in UTF-8.
  var words: [ArraySlice<UInt8>] { (0..<vocabulary.count).map { vocabulary.key($0) } }

  /// The passages of articles, numbered in this order.
  init(_ entries: [StoredEntry], in store: PassageStore) {
    self.store = store
    listOfSequence = Array(repeating: -2, count: store.sequences.count)
    for entry in entries { append(entry) }
  }

  private mutating func append(_ entry: StoredEntry) {
    for place in entry.codes.places {
      let code = String(decoding: store.text(store.places[place].text), as: UTF8.self)
      append(.declared, list(of: PassageTokens(code).keys))
    }
    for view in [entry.declared, entry.sides] {
      for place in view.places where store.places[place].kind != .sentence {
        append(store.places[place].kind, list(ofSequence: store.places[place].sequence))
      }
    }
    articles += 1
  }

  /// Adds a passage of the article.
  private mutating func append(_ kind: PassageKind, _ list: Int32) {
    guard list >= 0 else { return }
    let known = Int(lastPassage[Int(list)])
    if known >= 0, passages[known].article == articles {
      if kind.rawValue < passages[known].kind.rawValue { passages[known].kind = kind }
      return
    }
    lastPassage[Int(list)] = Int32(passages.count)
    passages.append((articles, kind, list))
  }

  private mutating func list(ofSequence sequence: Int32) -> Int32 {
    let known = listOfSequence[Int(sequence)]
    guard known == -2 else { return known }
    let tokens = store.sequences.key(Int(sequence))
    let list = list(of: tokens.lazy.map { [store] in store.vocabulary.key(Int($0)) })
    listOfSequence[Int(sequence)] = list
    return list
  }

  /// The number of the list of the words of these tokens, each once; -1 if there are none.
  private mutating func list(of tokens: some Sequence<ArraySlice<UInt8>>) -> Int32 {
    var own: [Int32] = []
    SearchWords.forEach(of: tokens) { word in
      let number = Int32(vocabulary.intern(word))
      if !own.contains(number) { own.append(number) }
    }
    guard !own.isEmpty else { return -1 }
    let number = lists.intern(own[...])
    if number == lastPassage.count { lastPassage.append(-1) }
    return Int32(number)
  }

  /// The words of all lists.
  private var wordsOfLists: [[Int]] { (0..<lists.count).map { lists.key($0).map { Int($0) } } }

  // MARK: - Choice

  /// What each word tells, in bits, 0 to 14; 0 is half a bit.
  var weights: [Int] {
    var frequencies = [Int](repeating: 0, count: vocabulary.count)
    for (list, uses) in uses.enumerated() where uses.all > 0 {
      for word in lists.key(list) { frequencies[Int(word)] += uses.all }
    }
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

  /// How many passages have each list, and how many of them are quoted.
  private var uses: [(all: Int, quoted: Int)] {
    var uses = [(all: Int, quoted: Int)](repeating: (0, 0), count: lists.count)
    for passage in passages {
      uses[Int(passage.list)].all += 1
      if passage.kind == .quoted { uses[Int(passage.list)].quoted += 1 }
    }
    return uses
  }

  /// What is kept of the words of a list.
  private struct Choice {
    /// The words, the most telling first if some are left out.
    var words: [Int]
    /// What all words of the list tell together.
    var bits: Int
    /// What those that are kept tell together.
    var keptBits: Int
  }

  private func choice(_ all: [Int], _ rule: Rule, _ weights: [Int]) -> Choice {
    let bits = all.reduce(0) { $0 + weights[$1] }
    guard all.count > rule.words else { return Choice(words: all, bits: bits, keptBits: bits) }
    // Of words that tell as much the first ones.
    let order = all.indices.sorted { (weights[all[$1]], $0) < (weights[all[$0]], $1) }
    let words = order.prefix(rule.words).map { all[$0] }
    return Choice(words: words, bits: bits, keptBits: words.reduce(0) { $0 + weights[$1] })
  }

  /// What the first rule keeps whose tables take no more than so many bytes, or the last.
  func kept(within budget: Int) -> Kept {
    let (weights, uses) = (weights, uses)
    let lists = wordsOfLists
    let rule = Self.rules.first { estimatedBytes($0, lists, weights, uses) <= budget }
    return kept(by: rule ?? Self.rules[Self.rules.count - 1])
  }

  /// About how many bytes the tables of a rule take.
  private func estimatedBytes(
    _ rule: Rule, _ lists: [[Int]], _ weights: [Int], _ uses: [(all: Int, quoted: Int)]
  ) -> Int {
    var counts = [Int](repeating: 0, count: weights.count)
    var isKnown = [Bool](repeating: false, count: weights.count)
    var count = 0
    var bits = 0
    for (list, all) in lists.enumerated() {
      let choice = choice(all, rule, weights)
      let own = uses[list].all - (choice.bits < rule.bits ? uses[list].quoted : 0)
      guard own > 0 else { continue }
      count += own
      bits += own * (choice.keptBits < choice.bits ? 12 : 8)
      for word in all { isKnown[word] = true }
      for word in choice.words { counts[word] += own }
    }
    for word in counts.indices where isKnown[word] {
      bits += 16 + BitWriter.estimate(counts[word], among: count)
    }
    return bits / 8
  }

  /// What a rule keeps.
  func kept(by rule: Rule) -> Kept {
    let weights = weights
    let lists = wordsOfLists
    let choices = lists.map { choice($0, rule, weights) }
    var kept = Kept(
      postings: Array(repeating: [], count: weights.count),
      isKnown: Array(repeating: false, count: weights.count))
    for passage in passages {
      let list = Int(passage.list)
      guard passage.kind != .quoted || choices[list].bits >= rule.bits else { continue }
      for word in lists[list] { kept.isKnown[word] = true }
      for word in choices[list].words { kept.postings[word].append(Int32(kept.passages.count)) }
      kept.passages.append(
        Passage(
          article: Int(passage.article), kind: passage.kind, bits: choices[list].bits,
          keptBits: choices[list].keptBits))
    }
    return kept
  }
}
