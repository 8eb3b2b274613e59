/// Makes the index of one locale from its articles.
///
/// The bytes depend on the entries alone: not on the order they come in, nor on the process.
public struct LookupIndexBuilder: Sendable {
  /// A passage longer than this is kept in overlapping pieces.
  static let pieceLength = 112
  private static let pieceOverlap = 24

  private let locale: String
  private var entries: [LookupEntry] = []

  /// Begins the index of `locale`, a BCP 47 tag.
  public init(locale: String) {
    self.locale = locale
  }

  /// Adds an article. Of two with the same id the first stays.
  public mutating func append(_ entry: LookupEntry) {
    entries.append(entry)
  }

  /// Makes the two files.
  public func build() -> LookupIndexFiles {
    let places = entries.reduce(0) { $0 + $1.passages.count + $1.codes.count }
    var collection = PassageCollection(locale: locale, places: places)
    for entry in sortedEntries() { collection.append(entry) }
    collection.finish()
    var writer = IndexWriter(collection)
    return writer.files()
  }

  private func sortedEntries() -> [LookupEntry] {
    let order = entries.indices.sorted {
      let (left, right) = (entries[$0].id.utf8, entries[$1].id.utf8)
      if left.elementsEqual(right) { return $0 < $1 }
      return left.lexicographicallyPrecedes(right)
    }
    var sorted: [LookupEntry] = []
    for index in order
    where sorted.last.map({ !$0.id.utf8.elementsEqual(entries[index].id.utf8) }) ?? true {
      sorted.append(entries[index])
    }
    return sorted
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
