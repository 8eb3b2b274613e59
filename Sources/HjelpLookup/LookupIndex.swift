/// The index of one locale, ready to answer.
///
/// A value over the bytes of its files: nothing is decoded ahead, so it is ready as soon as its
/// checksum is. Every table is checked when it is opened, and lists are read by cursors that stop at
/// the end of the bytes: no file can make it crash.
public struct LookupIndex: Sendable {
  /// The hash of the build: 16 lower-case hex digits.
  public let version: String
  /// The BCP 47 tag of the locale that the index was made for.
  public let locale: String

  let bytes: [UInt8]
  let text: IndexText?
  let languages: [String]
  let ids: KeyTable
  let anchors: KeyTable
  let vocabulary: Vocabulary
  let sequenceCount: Int
  /// The token of what varies, or -1 if no passage has one.
  let hole: Int
  /// The tokens of ``GenericMessages``, sorted.
  let genericTokens: [Int]
  private let sections: [Range<Int>]

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - index: the bytes of `LOCALE.hjx`.
  ///   - text: the bytes of `LOCALE.hjs`; without them answers hold no text, all else is equal.
  public init(index: [UInt8], text: [UInt8]?) throws(LookupIndexError) {
    let hash = try IndexFormat.verify(index, IndexFormat.indexMagic, .index)
    let sections = try LookupIndex.sections(of: index)
    self.sections = sections
    bytes = index
    version = IndexChecksum.hex(hash)
    func range(_ section: IndexFormat.Section) -> Range<Int> { sections[section.rawValue] }
    var cursor = IndexCursor(range(.names).lowerBound)
    locale = String(decoding: index[cursor.text(index)], as: UTF8.self)
    var languages: [String] = []
    let count = cursor.variable(index)
    while languages.count < count, !cursor.isOver {
      languages.append(String(decoding: index[cursor.text(index)], as: UTF8.self))
    }
    self.languages = languages
    ids = try LookupIndex.table(index, range(.articleIDs), "the table of articles")
    anchors = try LookupIndex.table(index, range(.anchors), "the table of anchors")
    let tables = [
      try LookupIndex.table(index, range(.shortTokens), "the table of words"),
      try LookupIndex.table(index, range(.mediumTokens), "the table of words"),
      try LookupIndex.table(index, range(.longTokens), "the table of words"),
    ]
    vocabulary = Vocabulary(
      index, tables: tables, weights: range(.weights), offsets: range(.postingOffsets),
      lists: range(.postings))
    sequenceCount = range(.sequenceOffsets).count / 4
    hole = vocabulary.token(index, key: [TokenKind.hole.rawValue]) ?? -1
    genericTokens = GenericMessages.tokens(index, vocabulary)
    guard range(.weights).count == vocabulary.count,
      range(.postingOffsets).count == 4 * vocabulary.count,
      range(.articleOffsets).count == 4 * ids.count, range(.sequenceBits).count == sequenceCount
    else {
      throw LookupIndexError(file: .index, reason: .structure("a table of offsets"))
    }
    if let text {
      let textHash = try IndexFormat.verify(text, IndexFormat.textMagic, .text)
      guard textHash == hash else { throw LookupIndexError(file: .text, reason: .otherBuild) }
      guard let opened = IndexText(text, sequenceCount: sequenceCount) else {
        throw LookupIndexError(file: .text, reason: .structure("the table of texts"))
      }
      self.text = opened
    } else {
      self.text = nil
    }
  }

  private static func sections(of bytes: [UInt8]) throws(LookupIndexError) -> [Range<Int>] {
    let count = IndexFormat.Section.allCases.count
    let start = IndexFormat.headLength + 4 * count
    var sections: [Range<Int>] = []
    var previous = start
    for section in 0..<count {
      let end = start + IndexCursor.fixed32(bytes, IndexFormat.headLength + 4 * section)
      guard end >= previous, end <= bytes.count else {
        throw LookupIndexError(file: .index, reason: .structure("the table of sections"))
      }
      sections.append(previous..<end)
      previous = end
    }
    return sections
  }

  private static func table(
    _ bytes: [UInt8], _ section: Range<Int>, _ name: String
  ) throws(LookupIndexError) -> KeyTable {
    guard let table = KeyTable(bytes, section: section) else {
      throw LookupIndexError(file: .index, reason: .structure(name))
    }
    return table
  }

  func section(_ section: IndexFormat.Section) -> Range<Int> { sections[section.rawValue] }

  // MARK: Articles

  /// The number of articles.
  public var articleCount: Int { ids.count }

  /// The articles in the byte order of their ids.
  public var articles: [LookupArticle] { (0..<ids.count).map { article($0) } }

  /// The article with this id, or nil.
  public func article(id: String) -> LookupArticle? {
    ids.index(bytes, of: Array(id.utf8)[...]).map { article($0) }
  }

  func article(_ number: Int) -> LookupArticle {
    let id = String(decoding: ids.key(bytes, at: number), as: UTF8.self)
    let records = section(.articles).lowerBound
    let offsets = section(.articleOffsets).lowerBound
    var cursor = IndexCursor(records + IndexCursor.fixed32(bytes, offsets + 4 * number))
    let flags = cursor.byte(bytes)
    let title = String(decoding: bytes[cursor.text(bytes)], as: UTF8.self)
    let url = flags & 2 == 0 ? String(decoding: bytes[cursor.text(bytes)], as: UTF8.self) : nil
    let locale =
      flags & 4 == 0 ? self.locale : String(decoding: bytes[cursor.text(bytes)], as: UTF8.self)
    return LookupArticle(
      id: id, url: url ?? LookupArticle.usualURL(id: id, locale: locale), title: title,
      locale: locale, isFallback: flags & 1 == 1)
  }

  /// True for a word that empty messages are made of.
  func isGeneric(_ token: Int) -> Bool {
    var low = 0
    var high = genericTokens.count
    while low < high {
      let middle = (low + high) / 2
      if genericTokens[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low < genericTokens.count && genericTokens[low] == token
  }

  /// True for an article that is made of the titles of others.
  func isListing(_ number: Int) -> Bool {
    let offset = IndexCursor.fixed32(bytes, section(.articleOffsets).lowerBound + 4 * number)
    var cursor = IndexCursor(section(.articles).lowerBound + offset)
    return cursor.byte(bytes) & 8 != 0
  }

  // MARK: Sequences

  /// A cursor at the record of a sequence.
  func cursor(atSequence sequence: Int) -> IndexCursor {
    let offset = IndexCursor.fixed32(bytes, section(.sequenceOffsets).lowerBound + 4 * sequence)
    return IndexCursor(section(.sequences).lowerBound + offset)
  }

  /// Reads the tokens of a sequence; the cursor stands at its record.
  func readTokens(_ cursor: IndexCursor, into tokens: inout [Int]) {
    var cursor = cursor
    skipOccurrences(&cursor)
    tokens.removeAll(keepingCapacity: true)
    let count = cursor.count(bytes, atMost: LookupIndexBuilder.pieceLength)
    while tokens.count < count, !cursor.isOver {
      let token = cursor.token(bytes)
      guard token < vocabulary.count else { break }
      tokens.append(token)
    }
  }

  /// Moves a cursor from the record of a sequence to its tokens.
  func skipOccurrences(_ cursor: inout IndexCursor) {
    let count = cursor.count(bytes, atMost: ids.count)
    var index = 0
    while index < count, !cursor.isOver {
      _ = Occurrence(&cursor, bytes)
      index += 1
    }
  }

  /// Calls `visit` with the first `limit` occurrences of the sequence whose record the cursor stands
  /// at, and returns how many there are.
  @discardableResult
  func forEachOccurrence(
    _ cursor: IndexCursor, limit: Int, _ visit: (_ place: Int, _ occurrence: Occurrence) -> Void
  ) -> Int {
    var cursor = cursor
    let total = cursor.count(bytes, atMost: ids.count)
    var place = 0
    while place < min(total, limit), !cursor.isOver {
      let occurrence = Occurrence(&cursor, bytes)
      guard occurrence.article < ids.count else { break }
      visit(place, occurrence)
      place += 1
    }
    return total
  }
}
