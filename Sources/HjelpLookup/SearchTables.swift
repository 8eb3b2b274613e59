/// The tables that a search page reads where no server answers: small, and without the texts.
///
/// They hold what names, headings and quoted texts are made of; sentences are left to the server. A
/// passage is kept by its most telling words, as many as fit. Their parts are streams of bits, the
/// first bit of a byte being its highest:
///
/// - `passages`: how many there are (γ); then for each what is added to the article's number (γ of
///   one more), its kind (`0` quoted, `10` title, `110` heading, `111` declared), the step of ``totals``
///   that its words reach together (4 bits), whether there are others than those that are kept (1 bit),
///   and if so, the step that these reach (4 bits).
/// - each of the `shards`: how many words it has (γ of one more); then for each, in the order of their
///   hashes, what is added to the hash (Rice code), what the word tells (4 bits), how many passages it
///   is kept for (γ of one more), and what is added to their numbers less one (Rice codes).
///
/// γ is Elias' code; the parameter of a Rice code is the logarithm of 11/16 of the mean distance.
/// `hjelp-search.js` is the reader.
package struct SearchTables: Sendable {
  /// How many shards the words are in.
  package static let shardCount = 96
  /// The bits of a word's hash within its shard.
  static let hashBits = 15
  /// The steps of what the words of a passage tell together, in bits.
  static let totals = [3, 5, 8, 11, 14, 18, 22, 27, 33, 40, 48, 58, 70, 86, 108, 140]
  /// As many bytes as there may be for an article, and beside that.
  private static let (articleBytes, freeBytes) = (26, 24_000)

  /// The passages.
  package let passages: [UInt8]
  /// The words.
  package let shards: [[UInt8]]

  /// The tables of the articles that a locale shows, numbered in this order.
  package init(_ entries: [StoredEntry], in store: PassageStore) {
    let collection = SearchPassages(entries, in: store)
    let kept = collection.kept(within: entries.count * Self.articleBytes + Self.freeBytes)
    passages = Self.bytes(kept.passages)
    shards = Self.shards(kept, collection)
  }

  private static func bytes(_ passages: [SearchPassages.Passage]) -> [UInt8] {
    var bits = BitWriter()
    bits.appendGamma(passages.count + 1)
    var last = 0
    for passage in passages {
      bits.appendGamma(passage.article - last + 1)
      last = passage.article
      switch passage.kind {
      case .quoted, .sentence: bits.append(0b0, count: 1)
      case .title: bits.append(0b10, count: 2)
      case .heading: bits.append(0b110, count: 3)
      case .declared: bits.append(0b111, count: 3)
      }
      bits.append(step(passage.bits), count: 4)
      let isCut = passage.keptBits < passage.bits
      bits.append(isCut ? 1 : 0, count: 1)
      if isCut { bits.append(step(passage.keptBits), count: 4) }
    }
    return bits.finished
  }

  /// The step that is nearest.
  private static func step(_ bits: Int) -> Int {
    totals.indices.min { abs(totals[$0] - bits) < abs(totals[$1] - bits) } ?? 0
  }

  private static func shards(
    _ kept: SearchPassages.Kept, _ collection: SearchPassages
  ) -> [[UInt8]] {
    var words = [[(hash: Int, word: Int)]](repeating: [], count: shardCount)
    for (word, key) in collection.words.enumerated() where kept.isKnown[word] {
      let (shard, hash) = place(of: key)
      words[shard].append((hash, word))
    }
    let weights = collection.weights
    return words.map { words in
      var bits = BitWriter()
      let words = words.sorted { ($0.hash, $0.word) < ($1.hash, $1.word) }
      bits.appendGamma(words.count + 1)
      var last = 0
      let parameter = BitWriter.riceParameter(words.count, among: 1 << hashBits)
      for (hash, word) in words {
        bits.appendRice(hash - last, parameter)
        last = hash
        bits.append(weights[word], count: 4)
        let list = kept.postings[word]
        bits.appendGamma(list.count + 1)
        bits.append(list, among: kept.passages.count)
      }
      return bits.finished
    }
  }

  /// The shard of a word, and its hash there: of its UTF-8 by FNV-1a, 32 bits.
  private static func place(of word: ArraySlice<UInt8>) -> (shard: Int, hash: Int) {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    hash ^= hash >> 15
    let rest = Int(hash) / shardCount
    return (Int(hash) % shardCount, rest & (1 << hashBits - 1))
  }
}
