/// One search for one query.
struct Search {
  /// An article that may answer, with its best passage.
  struct Candidate {
    var occurrence: Occurrence
    var sequence: Int
    /// The occurrence's place in its sequence's list.
    var place: Int
    var features: Features
    var score: Double
    var confidence: Double
    var alignment: Alignment
  }

  /// The articles, the most confident first.
  struct Result {
    var ranked: [Candidate]
  }

  private static let fewSequences = 32
  private static let manySequences = 96
  private static let manyArticles = 32
  private static let mostOccurrences = 48

  private let index: LookupIndex
  private var plan: QueryPlan
  private var aligner = Aligner()

  /// Prepares to search `index` for `text`.
  init(_ index: LookupIndex, _ text: NormalizedText, whole: [UInt8]?) {
    self.index = index
    plan = QueryPlan(text, whole: whole, in: index)
  }

  /// Searches.
  mutating func run() -> Result {
    guard !plan.words.isEmpty else { return Result(ranked: []) }
    plan.addExactElements()
    plan.indexElements()
    let exact = exactSequences()
    if !exact.isEmpty {
      let ranked = rank(exact)
      if let first = ranked.first, first.confidence >= LookupStatus.matchThreshold {
        return Result(ranked: ranked)
      }
    }
    plan.addNeighbours(in: index, all: false)
    plan.indexElements()
    var ranked = rank(candidates(limit: Search.fewSequences))
    if let first = ranked.first, first.confidence >= 0.95 {
      return Result(ranked: ranked)
    }
    plan.elements.removeAll { !$0.isExact }
    plan.addNeighbours(in: index, all: true)
    plan.indexElements()
    var finder = CandidateFinder(index)
    let sequences = finder.candidates(plan, limit: Search.manySequences)
    let articles = finder.articles(plan, limit: Search.manyArticles)
    ranked = rank(Set(sequences + articles.sequences).sorted(), coverage: articles.coverage)
    return Result(ranked: ranked)
  }

  private func candidates(limit: Int) -> [Int] {
    var finder = CandidateFinder(index)
    return finder.candidates(plan, limit: limit)
  }

  /// The sequences whose hash is that of the whole query.
  private func exactSequences() -> [Int] {
    guard let hash = plan.phraseHash else { return [] }
    var low = firstSequence(hash)
    var found: [Int] = []
    while low < index.sequenceCount, found.count < 64, self.hash(low) == hash {
      found.append(low)
      low += 1
    }
    return found
  }

  /// The first sequence whose hash is not below this one.
  ///
  /// Hashes are spread evenly: a guess, and what it is wrong by, lead to within a few sequences.
  private func firstSequence(_ hash: UInt32) -> Int {
    let count = index.sequenceCount
    guard count > 0 else { return 0 }
    var place = Int(UInt64(hash) * UInt64(count) >> 32)
    for _ in 0..<3 {
      let error = (Int(hash) - Int(self.hash(place))) * count >> 32
      place = min(max(place + error, 0), count - 1)
      if error == 0 || error == -1 { break }
    }
    var low = 0
    var high = count
    var step = 2
    if self.hash(place) < hash {
      low = place + 1
      while low + step < count, self.hash(low + step) < hash {
        low += step + 1
        step *= 2
      }
      high = min(count, low + step)
    } else {
      high = place
      while high - step > 0, self.hash(high - step) >= hash {
        high -= step
        step *= 2
      }
      low = max(0, high - step)
    }
    while low < high {
      let middle = (low + high) / 2
      if self.hash(middle) < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func hash(_ sequence: Int) -> UInt32 {
    var cursor = index.cursor(atSequence: sequence)
    index.skipOccurrences(&cursor)
    var hash = SequenceHash()
    let count = cursor.count(index.bytes, atMost: LookupIndexBuilder.pieceLength)
    for _ in 0..<count where !cursor.isOver {
      let token = cursor.token(index.bytes)
      hash.append(index.vocabulary.isNumber(token) ? nil : token)
    }
    return hash.value
  }

  /// The articles of these sequences, each once, the best first; none is more confident than the one
  /// before it.
  ///
  /// - Parameter coverage: what each article holds of the query; empty if it was not looked at.
  private mutating func rank(_ sequences: [Int], coverage: [Int32] = []) -> [Candidate] {
    var best: [Int: Int] = [:]
    var candidates: [Candidate] = []
    var tokens: [Int] = []
    for sequence in sequences {
      let cursor = index.cursor(atSequence: sequence)
      index.readTokens(cursor, into: &tokens)
      guard let alignment = aligner.align(plan, tokens, index) else { continue }
      var counter = cursor
      let total = counter.count(index.bytes, atMost: index.articleCount)
      let codeBits = codeBits(alignment)
      var features = Features(alignment, plan, codeBits: codeBits, spread: total)
      index.forEachOccurrence(cursor, limit: Search.mostOccurrences) { place, occurrence in
        features.set(occurrence.kind)
        let held = coverage.isEmpty ? 0 : Double(coverage[occurrence.article])
        features.set(
          articleCoverage: min(1, held / Double(max(1, plan.total))),
          isListing: index.isListing(occurrence.article))
        let score = features.rank
        let candidate = Candidate(
          occurrence: occurrence, sequence: sequence, place: place, features: features,
          score: score, confidence: 0, alignment: alignment)
        if let known = best[occurrence.article] {
          if score > candidates[known].score { candidates[known] = candidate }
        } else {
          best[occurrence.article] = candidates.count
          candidates.append(candidate)
        }
      }
    }
    let order = candidates.indices.sorted { left, right in
      let (left, right) = (candidates[left], candidates[right])
      if left.score != right.score { return left.score > right.score }
      return left.occurrence.article < right.occurrence.article
    }
    var least = 1.0
    return order.map { position in
      var candidate = candidates[position]
      least = min(least, confidence(candidate))
      candidate.confidence = least
      return candidate
    }
  }

  private func confidence(_ candidate: Candidate) -> Double {
    let confidence = candidate.features.confidence
    guard confidence > GenericMessages.mostConfidence, candidate.occurrence.kind != .declared else {
      return confidence
    }
    var specific = 0
    for pair in candidate.alignment.pairs {
      let element = plan.elements[pair.element]
      if !index.isGeneric(element.token) { specific += element.gain }
      if specific >= GenericMessages.leastSpecific { return confidence }
    }
    return GenericMessages.mostConfidence
  }

  /// The bits of codes in an alignment.
  private func codeBits(_ alignment: Alignment) -> Int {
    guard !plan.knownCodes.isEmpty else { return 0 }
    var bits = 0
    for pair in alignment.pairs where plan.knownCodes.contains(plan.elements[pair.element].token) {
      bits += plan.elements[pair.element].gain
    }
    return bits
  }

  /// The answer that a candidate makes.
  func match(_ candidate: Candidate, explain: Bool) -> LookupMatch {
    let occurrence = candidate.occurrence
    let article = index.article(occurrence.article)
    return LookupMatch(
      id: article.id, url: article.url, title: article.title, locale: article.locale,
      confidence: candidate.confidence, isFallback: article.isFallback,
      matched: index.text?.text(sequence: candidate.sequence, place: candidate.place),
      kind: occurrence.kind,
      language: index.language(of: occurrence),
      unit: occurrence.unit.map { Occurrence.unitText($0) }, anchor: index.anchor(of: occurrence),
      explanation: explain ? explanation(candidate) : nil)
  }

  private func explanation(_ candidate: Candidate) -> LookupExplanation {
    var tokens: [Int] = []
    index.readTokens(index.cursor(atSequence: candidate.sequence), into: &tokens)
    let aligned = candidate.alignment.pairs.map { pair in
      let element = plan.elements[pair.element]
      let words = (element.start / 2..<(element.end + 1) / 2).map {
        String(decoding: plan.key($0).dropFirst(), as: UTF8.self)
      }
      let key = index.vocabulary.key(index.bytes, of: tokens[pair.place])
      return LookupExplanation.AlignedWord(
        query: words.joined(separator: " "),
        passage: String(decoding: key.dropFirst(), as: UTF8.self),
        bits: Double(element.gain) / 16)
    }
    let values = candidate.features.values
    return LookupExplanation(
      aligned: aligned, bits: Double(candidate.alignment.gain) / 16, queryCoverage: values[1],
      passageCoverage: values[4], holes: plan.words.count { $0.kind == .hole },
      features: zip(Features.names, values).map { .init(name: $0, value: $1) },
      score: candidate.score)
  }
}
