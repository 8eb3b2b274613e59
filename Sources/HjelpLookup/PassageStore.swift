/// The passages of many articles, with each text, address and sequence of tokens once.
///
/// It is what a build keeps of the words of its articles once their pages are written. Numbers are given
/// in the order of first sight; no index shows them.
package struct PassageStore: Sendable {
  /// A passage, in the numbers of the store: 20 bytes, since there are many.
  struct Place {
    /// What it is in its article, the three highest bits, and the sequence of its tokens.
    private let kindAndSequence: UInt32
    /// What is shown of it.
    let text: Int32
    /// What all of it links to; -1 for nothing.
    let link: Int32
    /// The anchor: -2 for none, -1 for that of the unit.
    let anchor: Int32
    private let shortUnit: Int16
    /// The language.
    let language: UInt16

    init(
      sequence: Int32, text: Int32, link: Int32, unit: Int32, anchor: Int32, language: UInt16,
      kind: PassageKind
    ) {
      kindAndSequence = UInt32(kind.rawValue) << 29 | UInt32(sequence)
      (self.text, self.link, self.anchor) = (text, link, anchor)
      shortUnit = Int16(unit)
      self.language = language
    }

    /// The sequence of its tokens.
    var sequence: Int32 { Int32(kindAndSequence & 0x1FFF_FFFF) }
    /// What it is in its article.
    var kind: PassageKind { PassageKind(rawValue: UInt8(kindAndSequence >> 29)) ?? .sentence }
    /// The unit, as `Occurrence` has it; -1 for none.
    var unit: Int32 { Int32(shortUnit) }
  }

  /// Passages that were added together.
  package struct View: Sendable {
    /// Their places in the store.
    private let (start, end): (Int32, Int32)

    init(_ places: Range<Int>) {
      (start, end) = (Int32(places.lowerBound), Int32(places.upperBound))
    }

    /// No passages.
    package static let empty = View(0..<0)

    /// The places in the store.
    var places: Range<Int> { Int(start)..<Int(end) }

    /// The passages from these on to the last of others that were added later.
    package func through(_ last: View) -> View { View(Int(start)..<Int(last.end)) }
  }

  /// The keys of the tokens.
  private(set) var vocabulary = KeyInterner<UInt8>()
  /// The distinct sequences of tokens.
  private(set) var sequences = KeyInterner<Int32>()
  /// The texts.
  private(set) var texts = KeyInterner<UInt8>()
  /// What passages link to.
  private(set) var links = KeyInterner<UInt8>()
  /// The anchors that are not those of units.
  private(set) var anchors = KeyInterner<UInt8>()
  /// The languages.
  private(set) var languages: [String] = []
  /// The passages in the order in which they came.
  private(set) var places = ChunkedArray<Place>()
  /// The pieces of the sequences that are longer than an index holds in one.
  private(set) var pieces: [Int32: [Int32]] = [:]
  /// The sequence that is being made.
  private var key: [Int32] = []

  /// An empty store.
  package init() {}

  /// A store of these parts.
  init(
    vocabulary: KeyInterner<UInt8>, sequences: KeyInterner<Int32>, texts: KeyInterner<UInt8>,
    links: KeyInterner<UInt8>, anchors: KeyInterner<UInt8>, languages: [String],
    places: ChunkedArray<Place>, pieces: [Int32: [Int32]]
  ) {
    self.vocabulary = vocabulary
    self.sequences = sequences
    self.texts = texts
    self.links = links
    self.anchors = anchors
    self.languages = languages
    self.places = places
    self.pieces = pieces
  }

  /// Adds passages. Those without words are left out: nothing finds them.
  package mutating func add(_ passages: [Passage]) -> View {
    let start = places.count
    let passages = passages.span
    for index in passages.indices where passages[index].tokens.hasWords { add(passages[index]) }
    return View(start..<places.count)
  }

  /// Adds an article, whose passages are there.
  ///
  /// - Parameters:
  ///   - entry: The article; its passages are not looked at.
  ///   - declared: The errors that it declares.
  ///   - sides: All its other passages.
  package mutating func add(
    _ entry: LookupEntry, declared: View = .empty, sides: View
  ) -> StoredEntry {
    let isUsual = LookupArticle.usualURL(id: entry.id, locale: entry.locale) == entry.url
    return StoredEntry(
      id: number(ofText: entry.id), title: number(ofText: entry.title),
      url: isUsual ? -1 : number(ofText: entry.url), locale: number(ofLanguage: entry.locale),
      isFallback: entry.isFallback, codes: add(codes: entry.codes, language: entry.locale),
      declared: declared, sides: sides)
  }

  /// Adds the codes of an article's front matter.
  ///
  /// - Parameter language: The locale of the article.
  private mutating func add(codes: [String], language: String) -> View {
    let start = places.count
    for code in codes {
      guard let token = PassageCollection.codeKey(code) else { continue }
      key.removeAll(keepingCapacity: true)
      key.append(Int32(vocabulary.intern(token[...])))
      places.append(
        Place(
          sequence: Int32(sequences.intern(key[...])), text: number(ofText: code), link: -1,
          unit: -1, anchor: -2, language: number(ofLanguage: language), kind: .declared))
    }
    return View(start..<places.count)
  }

  private mutating func add(_ passage: Passage) {
    key.removeAll(keepingCapacity: true)
    for token in passage.tokens.keys { key.append(Int32(vocabulary.intern(token))) }
    let sequence = Int32(sequences.intern(key[...]))
    cut(sequence)
    let unit = passage.unit.flatMap { Occurrence.unitNumber($0) }
    places.append(
      Place(
        sequence: sequence, text: number(ofText: passage.sentence ?? passage.text),
        link: passage.link.map { Int32(links.intern(Array($0.utf8)[...])) } ?? -1,
        unit: unit.map { Int32($0) } ?? -1,
        anchor: anchor(of: passage, hasNumber: unit != nil),
        language: number(ofLanguage: passage.language), kind: passage.kind))
  }

  /// Cuts the sequence of the key if it is long.
  private mutating func cut(_ sequence: Int32) {
    guard key.count > LookupIndexBuilder.pieceLength, pieces[sequence] == nil else { return }
    pieces[sequence] = LookupIndexBuilder.pieces(key.count).map { Int32(sequences.intern(key[$0])) }
  }

  private mutating func number(ofText text: String) -> Int32 {
    Int32(texts.intern(Array(text.utf8)[...]))
  }

  /// The number of a passage's anchor.
  ///
  /// - Parameter hasNumber: Whether the unit has a number, which its suffix is made from and back.
  private mutating func anchor(of passage: Passage, hasNumber: Bool) -> Int32 {
    guard let anchor = passage.anchor else { return -2 }
    if hasNumber, let unit = passage.unit, anchor.utf8.first == UInt8(ascii: "u"),
      anchor.utf8.dropFirst().elementsEqual(unit.utf8)
    {
      return -1
    }
    return Int32(anchors.intern(Array(anchor.utf8)[...]))
  }

  private mutating func number(ofLanguage language: String) -> UInt16 {
    if let number = languages.firstIndex(of: language) { return UInt16(number) }
    languages.append(language)
    return UInt16(languages.count - 1)
  }

  // MARK: - Reading

  /// A text by its number, in UTF-8.
  func text(_ number: Int32) -> ArraySlice<UInt8> { texts.key(Int(number)) }

  /// The id and the title of an article.
  package func names(of entry: StoredEntry) -> (id: String, title: String) {
    (
      String(decoding: text(entry.id), as: UTF8.self),
      String(decoding: text(entry.title), as: UTF8.self)
    )
  }

  /// The locale of an article's page.
  package func locale(of entry: StoredEntry) -> String { languages[Int(entry.locale)] }

  /// The articles in the order of their ids; of two with the same id the first.
  package func sorted(_ entries: [StoredEntry]) -> [StoredEntry] {
    let order = entries.indices.sorted { left, right in
      let (one, other) = (entries[left].id, entries[right].id)
      return one == other ? left < right : text(one).lexicographicallyPrecedes(text(other))
    }
    var sorted: [StoredEntry] = []
    sorted.reserveCapacity(order.count)
    for index in order where sorted.last?.id != entries[index].id { sorted.append(entries[index]) }
    return sorted
  }

  /// The articles of a locale with those of another that it lacks.
  package func filled(_ own: [StoredEntry], from others: [StoredEntry]) -> [StoredEntry] {
    let ids = Set(own.map(\.id))
    return own
      + others.lazy.filter { !ids.contains($0.id) }.map {
        var entry = $0
        entry.isFallback = true
        return entry
      }
  }

  /// Whether a search page without a server reads the same of two articles: names, codes, headings, and
  /// what is quoted; sentences are not among it.
  package func areSearchedAlike(_ one: StoredEntry, _ other: StoredEntry) -> Bool {
    guard one.id == other.id, one.title == other.title, one.locale == other.locale,
      one.codes.places.count == other.codes.places.count
    else { return false }
    let codes = zip(one.codes.places, other.codes.places)
    return codes.allSatisfy { places[$0].text == places[$1].text }
      && searched(one).elementsEqual(searched(other), by: ==)
  }

  /// The passages of an article but its codes and sentences.
  private func searched(_ entry: StoredEntry) -> [(kind: PassageKind, sequence: Int32)] {
    [entry.declared, entry.sides].flatMap { view in
      view.places.lazy.map { places[$0] }.filter { $0.kind != .sentence }
        .map { ($0.kind, $0.sequence) }
    }
  }

  /// The pieces of a sequence that is longer than an index holds in one; `nil` for any other.
  func pieces(of sequence: Int32) -> [Int32]? { pieces.isEmpty ? nil : pieces[sequence] }
}
