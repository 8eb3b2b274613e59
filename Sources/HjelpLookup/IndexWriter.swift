/// Writes a collection of passages as the two files.
struct IndexWriter {
  private var collection: PassageCollection
  /// Final number of each token of the store; those of other indexes have none.
  private var tokenNumbers: [Int] = []
  private var tokenKinds: [TokenKind] = []
  private var tokenFrequencies: [Int] = []
  private var tokenLengths: [Int] = []
  private var keyTables: [[[UInt8]]] = []
  /// The tokens of all sequences in final numbers, in the collection's order, and where each begins.
  private var tokens: [Int32] = []
  private var starts: [Int] = [0]
  /// The sequences in their final order.
  private var order: [Int] = []
  /// The passages of all sequences in their final order, and where those of each begin.
  private var passages: [PassageCollection.Passage] = []
  private var placeStarts: [Int] = [0]
  private var anchorNumbers: [Int] = []
  private var anchorKeys: [[UInt8]] = []
  /// Sections that are made in pairs: where the records begin, and the records.
  private var postings = (offsets: IndexBytes(), lists: IndexBytes())
  private var sequenceRecords = (offsets: IndexBytes(), records: IndexBytes())
  /// Where each block of texts begins, and the texts.
  private var texts = (offsets: IndexBytes(), texts: IndexBytes())

  /// Prepares to write `collection`.
  init(_ collection: consuming PassageCollection) {
    self.collection = collection
  }

  /// Writes both files.
  mutating func files() -> LookupIndexFiles {
    numberTokens()
    sortAnchors()
    sortSequences()
    postings = makePostings()
    makeSequenceRecords()
    // All passages are in the records now.
    (passages, placeStarts) = ([], [])
    var index = IndexFormat.head(IndexFormat.indexMagic)
    // The ends of the sections stand before them.
    let table = index.count
    for _ in IndexFormat.Section.allCases { index.append32(0) }
    let start = index.count
    for section in IndexFormat.Section.allCases {
      // From here on nearly all that follows is at hand.
      if section == .postingOffsets {
        index.reserve(
          index.count + postings.offsets.count + postings.lists.count
            + sequenceRecords.offsets.count + sequenceRecords.records.count + order.count)
      }
      write(section, to: &index)
      index.set32(index.count - start, at: table + 4 * section.rawValue)
      // They are large.
      if section == .postings { postings = (IndexBytes(), IndexBytes()) }
    }
    sequenceRecords = (IndexBytes(), IndexBytes())
    var text = IndexFormat.head(IndexFormat.textMagic)
    text.reserve(text.count + texts.offsets.count + texts.texts.count + 4)
    text.append32(order.count)
    text.append(contentsOf: texts.offsets.bytes)
    text.append(contentsOf: texts.texts.bytes)
    texts = (IndexBytes(), IndexBytes())
    let hash = IndexFormat.bodyHash(index) ^ IndexFormat.bodyHash(text) &* 3
    IndexFormat.finish(&index, hash: hash)
    IndexFormat.finish(&text, hash: hash)
    return LookupIndexFiles(
      index: index.bytes, text: text.bytes, buildHash: IndexChecksum.hex(hash))
  }

  // MARK: Order

  private mutating func numberTokens() {
    let count = collection.store.vocabulary.count
    var uses = [Int](repeating: 0, count: count)
    var frequencies = uses
    var lastSeen = [Int](repeating: -1, count: count)
    starts.reserveCapacity(collection.sequences.count + 1)
    for sequence in 0..<collection.sequences.count {
      tokens += collection.store.sequences.key(Int(collection.sequences[sequence]))
      for index in starts[sequence]..<tokens.count {
        let token = Int(tokens[index])
        uses[token] += 1
        if lastSeen[token] != sequence {
          lastSeen[token] = sequence
          frequencies[token] += 1
        }
      }
      starts.append(tokens.count)
    }
    let vocabulary = collection.store.vocabulary
    let byUse = (0..<count).filter { uses[$0] > 0 }.sorted {
      uses[$0] != uses[$1]
        ? uses[$0] > uses[$1] : vocabulary.key($0).lexicographicallyPrecedes(vocabulary.key($1))
    }
    tokenNumbers = [Int](repeating: 0, count: count)
    let limits = [0, TokenCoding.short, TokenCoding.medium, byUse.count].map {
      min($0, byUse.count)
    }
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
    for index in tokens.indices { tokens[index] = Int32(tokenNumbers[Int(tokens[index])]) }
  }

  /// Where the tokens of a sequence are.
  private func range(_ sequence: Int) -> Range<Int> { starts[sequence]..<starts[sequence + 1] }

  private mutating func sortSequences() {
    let count = collection.sequences.count
    let hashes = (0..<count).map { sequence in
      var hash = SequenceHash()
      for index in range(sequence) {
        let token = Int(tokens[index])
        hash.append(tokenKinds[token] == .number ? nil : token)
      }
      return hash.value
    }
    order = (0..<count).sorted {
      hashes[$0] != hashes[$1]
        ? hashes[$0] < hashes[$1]
        : tokens[range($0)].lexicographicallyPrecedes(tokens[range($1)])
    }
    sortPlaces()
  }

  /// Puts the passages of each sequence together.
  private mutating func sortPlaces() {
    // First in the order of the collection.
    var firsts = [Int](repeating: 0, count: order.count + 1)
    for index in 0..<collection.places.count {
      firsts[Int(collection.places[index].sequence) + 1] += 1
    }
    for sequence in order.indices { firsts[sequence + 1] += firsts[sequence] }
    var next = firsts
    let none = PassageCollection.Passage(article: 0, kind: .sentence, stored: 0)
    var all = [PassageCollection.Passage](repeating: none, count: collection.places.count)
    for index in 0..<collection.places.count {
      let place = collection.places[index]
      all[next[Int(place.sequence)]] = place.passage
      next[Int(place.sequence)] += 1
    }
    collection.removePlaces()
    passages.reserveCapacity(all.count)
    placeStarts.reserveCapacity(order.count + 1)
    // The last sequence that each article was seen with.
    var seen = [Int32](repeating: -1, count: collection.articles.count)
    var keys: [UInt64] = []
    for sequence in order {
      let own = firsts[sequence]..<firsts[sequence + 1]
      if own.count == 1 {
        passages.append(all[own.lowerBound])
      } else {
        // The most telling kind first, then by article. Of each article the first is kept.
        keys.removeAll(keepingCapacity: true)
        for index in own { keys.append(UInt64(all[index].rank) << 32 | UInt64(index)) }
        keys.sort()
        for key in keys {
          let passage = all[Int(key & 0xFFFF_FFFF)]
          guard seen[Int(passage.article)] != Int32(sequence) else { continue }
          seen[Int(passage.article)] = Int32(sequence)
          passages.append(passage)
        }
      }
      placeStarts.append(passages.count)
    }
  }

  private mutating func sortAnchors() {
    let anchors = collection.store.anchors
    var isUsed = [Bool](repeating: false, count: anchors.count)
    for index in 0..<collection.places.count {
      let passage = collection.places[index].passage
      let anchor = collection.occurrence(passage, collection.store.places[passage.stored]).anchor
      if let anchor, anchor >= 0 { isUsed[anchor] = true }
    }
    let order = isUsed.indices.filter { isUsed[$0] }.sorted {
      anchors.key($0).lexicographicallyPrecedes(anchors.key($1))
    }
    anchorKeys = order.map { Array(anchors.key($0)) }
    anchorNumbers = [Int](repeating: 0, count: anchors.count)
    for (position, anchor) in order.enumerated() { anchorNumbers[anchor] = position }
  }

  // MARK: Sections

  private func write(_ section: IndexFormat.Section, to bytes: inout IndexBytes) {
    switch section {
    case .names: writeNames(to: &bytes)
    case .articleIDs:
      KeyTable.write(collection.articles.map { Array(collection.store.text($0.id)) }, to: &bytes)
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
    let store = collection.store
    for (number, article) in collection.articles.enumerated() {
      if offsets { bytes.append32(records.count) }
      let isUsual = article.url < 0
      let locale = store.locale(of: article)
      let isForeign = locale != collection.locale
      records.append(
        (article.isFallback ? 1 : 0) | (isUsual ? 2 : 0) | (isForeign ? 4 : 0)
          | (collection.listings.contains(number) ? 8 : 0))
      records.appendText(store.text(article.title))
      if !isUsual { records.appendText(store.text(article.url)) }
      if isForeign { records.appendText(locale.utf8) }
    }
    if !offsets { bytes.append(contentsOf: records.bytes) }
  }

  private func weights() -> [Int] {
    tokenKinds.indices.map {
      TokenWeights.weight(
        tokenKinds[$0], length: tokenLengths[$0], frequency: tokenFrequencies[$0],
        total: order.count)
    }
  }

  /// Where a token stands in more sequences than this, no list is kept.
  private var longestList: Int { max(1500, order.count / 20) }

  private func makePostings() -> (offsets: IndexBytes, lists: IndexBytes) {
    let isListed = tokenKinds.indices.map {
      tokenFrequencies[$0] <= longestList && tokenKinds[$0] != .hole
    }
    var lists = [[UInt32]](repeating: [], count: tokenKinds.count)
    for (position, sequence) in order.enumerated() {
      for index in range(sequence) {
        let token = Int(tokens[index])
        guard isListed[token], lists[token].last != UInt32(position) else { continue }
        lists[token].append(UInt32(position))
      }
    }
    var offsets = IndexBytes()
    var bytes = IndexBytes()
    for (token, list) in lists.enumerated() {
      offsets.append32(bytes.count)
      guard isListed[token] else {
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

  /// Makes the records and the texts of the sequences in one pass: their places lie far apart.
  private mutating func makeSequenceRecords() {
    var offsets = IndexBytes()
    var records = IndexBytes()
    // Room that is not used takes no memory; a buffer that grows is there twice for a moment.
    records.reserve(10 * passages.count + 2 * tokens.count + 3 * order.count)
    texts.texts.reserve(collection.store.texts.size + 2 * passages.count + 3 * order.count)
    var previous: [Int32] = []
    var stored: [PassageStore.Place] = []
    for (position, sequence) in order.enumerated() {
      offsets.append32(records.count)
      if position % IndexFormat.textBlock == 0 { texts.offsets.append32(texts.texts.count) }
      let own = passages[placeStarts[position]..<placeStarts[position + 1]]
      // First all of them: the memory that they come from lies far apart, and is waited for at once.
      stored.removeAll(keepingCapacity: true)
      for passage in own { stored.append(collection.store.places[passage.stored]) }
      records.appendVariable(own.count)
      texts.texts.appendVariable(own.count)
      previous.removeAll(keepingCapacity: true)
      for (passage, stored) in zip(own, stored) {
        var occurrence = collection.occurrence(passage, stored)
        if let anchor = occurrence.anchor, anchor >= 0 { occurrence.anchor = anchorNumbers[anchor] }
        occurrence.write(to: &records)
        appendText(stored.text, after: &previous)
      }
      records.appendVariable(range(sequence).count)
      for index in range(sequence) { records.appendToken(Int(tokens[index])) }
    }
    sequenceRecords = (offsets, records)
  }

  /// Adds the text of a place: the number of the place of its sequence that has the same, or 0 and it.
  private mutating func appendText(_ text: Int32, after previous: inout [Int32]) {
    if let known = previous.firstIndex(of: text) {
      texts.texts.appendVariable(known + 1)
    } else {
      texts.texts.appendVariable(0)
      texts.texts.appendText(collection.store.texts.key(Int(text)))
      // More than these are not referred to.
      if previous.count < 63 { previous.append(text) }
    }
  }

  private func writeSequenceBits(to bytes: inout IndexBytes) {
    let weights = weights()
    for sequence in order {
      let bits = tokens[range(sequence)].reduce(0) { $0 + weights[Int($1)] } / TokenWeights.bit
      bytes.append(UInt8(clamping: bits / 2))
    }
  }
}
