/// Makes the index of one locale from its articles.
///
/// The bytes depend on the entries alone: not on the order they come in, nor on the process.
public struct LookupIndexBuilder: Sendable {
  /// A passage longer than this is kept in overlapping pieces.
  static let pieceLength = 112
  private static let pieceOverlap = 24

  private let locale: String
  private var entries: [StoredEntry] = []
  private var store = PassageStore()

  /// Begins the index of `locale`, a BCP 47 tag.
  public init(locale: String) {
    self.locale = locale
  }

  /// Adds an article. Of two with the same id the first stays.
  public mutating func append(_ entry: LookupEntry) {
    let passages = store.add(entry.passages)
    entries.append(store.add(entry, sides: passages))
  }

  /// Makes the two files.
  public func build() -> LookupIndexFiles { Self.files(locale, entries, in: store) }

  /// Makes the two files of a locale from entries whose passages are in a store.
  ///
  /// - Parameter locale: A BCP 47 tag.
  package static func files(
    _ locale: String, _ entries: [StoredEntry], in store: PassageStore
  ) -> LookupIndexFiles {
    var collection = PassageCollection(locale, store.sorted(entries), in: store)
    collection.finish()
    var writer = IndexWriter(consume collection)
    return writer.files()
  }

  /// The pieces of a passage of `count` tokens.
  static func pieces(_ count: Int) -> [Range<Int>] {
    guard count > pieceLength else { return count == 0 ? [] : [0..<count] }
    var pieces: [Range<Int>] = []
    var start = 0
    while start + pieceOverlap < count {
      pieces.append(start..<min(count, start + pieceLength))
      start += pieceLength - pieceOverlap
    }
    return pieces
  }
}
