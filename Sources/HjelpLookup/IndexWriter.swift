/// Writes a collection of passages as the two files.
struct IndexWriter {
  private let collection: PassageCollection
  /// Final number of each token of the collection.
  private var tokenNumbers: [Int] = []
  private var tokenKinds: [TokenKind] = []
  private var tokenFrequencies: [Int] = []
  private var tokenLengths: [Int] = []
  private var keyTables: [[[UInt8]]] = []
  /// The sequences in their final order, in final numbers.
  private var sequences: [[Int]] = []
  private var sequencePlaces: [[Int]] = []
  private var anchorNumbers: [Int] = []
  private var anchorKeys: [[UInt8]] = []
  /// Sections that are made in pairs: where the records begin, and the records.
  private var postings = (offsets: IndexBytes(), lists: IndexBytes())
  private var sequenceRecords = (offsets: IndexBytes(), records: IndexBytes())

  /// Prepares to write `collection`.
  init(_ collection: PassageCollection) {
    self.collection = collection
  }

  /// Writes both files.
  mutating func files() -> LookupIndexFiles {
    numberTokens()
    sortSequences()
    sortAnchors()
    postings = makePostings()
    sequenceRecords = makeSequenceRecords()
    let text = textBody()
    var sections = IndexBytes()
    var body = IndexBytes()
    for section in IndexFormat.Section.allCases {
      write(section, to: &sections)
      body.append32(sections.count)
    }
    body.append(contentsOf: sections.bytes)
    let hash =
      IndexChecksum.value(of: body.bytes, from: 0) ^ IndexChecksum.value(of: text, from: 0) &* 3
    return LookupIndexFiles(
      index: IndexFormat.file(IndexFormat.indexMagic, hash: hash, body: body.bytes),
      text: IndexFormat.file(IndexFormat.textMagic, hash: hash, body: text),
      buildHash: IndexChecksum.hex(hash))
  }

  // MARK: Order

  private mutating func numberTokens() {
    let count = collection.vocabulary.count
    var uses = [Int](repeating: 0, count: count)
    var frequencies = uses
    var lastSeen = [Int](repeating: -1, count: count)
    for sequence in 0..<collection.sequences.count {
      for token in collection.tokens(ofSequence: sequence) {
        uses[token] += 1
        if lastSeen[token] != sequence {
          lastSeen[token] = sequence
          frequencies[token] += 1
        }
      }
    }
    let vocabulary = collection.vocabulary
    let byUse = (0..<count).sorted {
      uses[$0] != uses[$1]
        ? uses[$0] > uses[$1] : vocabulary.key($0).lexicographicallyPrecedes(vocabulary.key($1))
    }
    tokenNumbers = [Int](repeating: 0, count: count)
    var limits = [0, TokenCoding.short, TokenCoding.medium, count].map { min($0, count) }
    limits[3] = count
    for level in 0..<3 {
      let sorted = byUse[limits[level]..<limits[level + 1]].sorted {
        vocabulary.key($0).lexicographicallyPrecedes(vocabulary.key($1))
      }
      keyTables.append(sorted.map { Array(vocabulary.key($0)) })
      for token in sorted {
        tokenNumbers[token] = tokenKinds.count
        tokenKinds.append(vocabulary.key(token).first.flatMap { TokenKind(rawValue: $0) } ?? .word)
        tokenFrequencies.append(frequencies[token])
        tokenLengths.append(vocabulary.key(token).dropFirst().count { $0 & 0xC0 != 0x80 })
      }
    }
  }

  private mutating func sortSequences() {
    let numbered = (0..<collection.sequences.count).map { sequence in
      collection.tokens(ofSequence: sequence).map { tokenNumbers[$0] }
    }
    let hashes = numbered.map { tokens in
      var hash = SequenceHash()
      for token in tokens { hash.append(tokenKinds[token] == .number ? nil : token) }
      return hash.value
    }
    let order = numbered.indices.sorted {
      hashes[$0] != hashes[$1]
        ? hashes[$0] < hashes[$1] : numbered[$0].lexicographicallyPrecedes(numbered[$1])
    }
    sequences = order.map { numbered[$0] }
    var positions = [Int](repeating: 0, count: order.count)
    for (position, sequence) in order.enumerated() { positions[sequence] = position }
    sequencePlaces = Array(repeating: [], count: order.count)
    let places = collection.places
    for (index, place) in places.enumerated() {
      sequencePlaces[positions[place.sequence]].append(index)
    }
    for position in sequencePlaces.indices where sequencePlaces[position].count > 1 {
      sequencePlaces[position] = Self.sorted(sequencePlaces[position], in: places)
    }
  }

  /// The places of a sequence: the most telling kind first, then by article, one for each kind.
  private static func sorted(
    _ numbers: [Int], in places: [PassageCollection.Place]
  ) -> [Int] {
    let sorted = numbers.sorted {
      let left = places[$0].occurrence
      let right = places[$1].occurrence
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      return left.article != right.article ? left.article < right.article : $0 < $1
    }
    var seen: Set<Int> = []
    return sorted.filter { seen.insert(places[$0].occurrence.article).inserted }
  }

  private mutating func sortAnchors() {
    let keys = (0..<collection.anchors.count).map { Array(collection.anchors.key($0)) }
    let order = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    anchorKeys = order.map { keys[$0] }
    anchorNumbers = [Int](repeating: 0, count: keys.count)
    for (position, anchor) in order.enumerated() { anchorNumbers[anchor] = position }
  }

  // MARK: Sections

  private func write(_ section: IndexFormat.Section, to bytes: inout IndexBytes) {
    switch section {
    case .names: writeNames(to: &bytes)
    case .articleIDs: KeyTable.write(collection.articles.map { Array($0.id.utf8) }, to: &bytes)
    case .articleOffsets: writeArticles(offsets: true, to: &bytes)
    case .articles: writeArticles(offsets: false, to: &bytes)
    case .anchors: KeyTable.write(anchorKeys, to: &bytes)
    case .shortTokens: KeyTable.write(keyTables[0], to: &bytes)
    case .mediumTokens: KeyTable.write(keyTables[1], to: &bytes)
    case .longTokens: KeyTable.write(keyTables[2], to: &bytes)
    case .weights: bytes.append(contentsOf: weights().map { UInt8(clamping: $0) })
    case .postingOffsets: bytes.append(contentsOf: postings.offsets.bytes)
    case .postings: bytes.append(contentsOf: postings.lists.bytes)
    case .sequenceOffsets: bytes.append(contentsOf: sequenceRecords.offsets.bytes)
    case .sequenceBits: writeSequenceBits(to: &bytes)
    case .sequences: bytes.append(contentsOf: sequenceRecords.records.bytes)
    }
  }

  private func writeNames(to bytes: inout IndexBytes) {
    bytes.appendText(collection.locale.utf8)
    bytes.appendVariable(collection.languages.count)
    for language in collection.languages { bytes.appendText(language.utf8) }
  }

  private func writeArticles(offsets: Bool, to bytes: inout IndexBytes) {
    var records = IndexBytes()
    for (number, article) in collection.articles.enumerated() {
      if offsets { bytes.append32(records.count) }
      let isUsual = LookupArticle.usualURL(id: article.id, locale: article.locale) == article.url
      let isForeign = article.locale != collection.locale
      records.append(
        (article.isFallback ? 1 : 0) | (isUsual ? 2 : 0) | (isForeign ? 4 : 0)
          | (collection.listings.contains(number) ? 8 : 0))
      records.appendText(article.title.utf8)
      if !isUsual { records.appendText(article.url.utf8) }
      if isForeign { records.appendText(article.locale.utf8) }
    }
    if !offsets { bytes.append(contentsOf: records.bytes) }
  }

  private func weights() -> [Int] {
    tokenKinds.indices.map {
      TokenWeights.weight(
        tokenKinds[$0], length: tokenLengths[$0], frequency: tokenFrequencies[$0],
        total: sequences.count)
    }
  }

  /// Where a token stands in more sequences than this, no list is kept.
  private var longestList: Int { max(1500, sequences.count / 20) }

  private func makePostings() -> (offsets: IndexBytes, lists: IndexBytes) {
    var lists = [[UInt32]](repeating: [], count: tokenKinds.count)
    for (position, tokens) in sequences.enumerated() {
      for token in tokens
      where tokenFrequencies[token] <= longestList && tokenKinds[token] != .hole {
        if lists[token].last != UInt32(position) { lists[token].append(UInt32(position)) }
      }
    }
    var offsets = IndexBytes()
    var bytes = IndexBytes()
    for (token, list) in lists.enumerated() {
      offsets.append32(bytes.count)
      guard tokenFrequencies[token] <= longestList, tokenKinds[token] != .hole else {
        bytes.append(0)
        continue
      }
      bytes.appendVariable(list.count)
      var previous = -1
      for position in list {
        bytes.appendVariable(Int(position) - previous - 1)
        previous = Int(position)
      }
    }
    return (offsets, bytes)
  }

  private func makeSequenceRecords() -> (offsets: IndexBytes, records: IndexBytes) {
    var offsets = IndexBytes()
    var records = IndexBytes()
    for (tokens, places) in zip(sequences, sequencePlaces) {
      offsets.append32(records.count)
      records.appendVariable(places.count)
      for place in places {
        var occurrence = collection.places[place].occurrence
        if let anchor = occurrence.anchor, anchor >= 0 { occurrence.anchor = anchorNumbers[anchor] }
        occurrence.write(to: &records)
      }
      records.appendVariable(tokens.count)
      for token in tokens { records.appendToken(token) }
    }
    return (offsets, records)
  }

  private func writeSequenceBits(to bytes: inout IndexBytes) {
    let weights = weights()
    for tokens in sequences {
      let bits = tokens.reduce(0) { $0 + weights[$1] } / TokenWeights.bit
      bytes.append(UInt8(clamping: bits / 2))
    }
  }

  private func textBody() -> [UInt8] {
    var offsets = IndexBytes()
    var texts = IndexBytes()
    for (position, places) in sequencePlaces.enumerated() {
      if position % IndexFormat.textBlock == 0 { offsets.append32(texts.count) }
      var previous: [String] = []
      texts.appendVariable(places.count)
      for place in places {
        let text = collection.places[place].text
        if let known = previous.firstIndex(of: text), known < 63 {
          texts.appendVariable(known + 1)
        } else {
          texts.appendVariable(0)
          texts.appendText(text.utf8)
          previous.append(text)
        }
      }
    }
    var body = IndexBytes()
    body.append32(sequences.count)
    body.append(contentsOf: offsets.bytes)
    body.append(contentsOf: texts.bytes)
    return body.bytes
  }
}
