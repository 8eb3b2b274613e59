/// All passages of an index while it is built: token numbers in the order of first sight.
struct PassageCollection {
  /// A passage: the sequence it makes, its place and its text.
  struct Place {
    var sequence: Int
    var occurrence: Occurrence
    var text: String
    var link: String?
  }

  /// The locale of the index.
  let locale: String
  /// The articles, sorted by id.
  private(set) var articles: [LookupEntry] = []
  /// The keys of the tokens.
  private(set) var vocabulary = KeyInterner()
  /// The distinct sequences, four bytes a token.
  private(set) var sequences = KeyInterner()
  /// The passages in the order of the articles.
  private(set) var places: [Place] = []
  /// The languages, the index's locale first.
  private(set) var languages: [String]
  /// The anchors that are not those of units, in the order of first sight.
  private(set) var anchors = KeyInterner()
  /// The sequence that is being made, four bytes a token.
  private var key: [UInt8] = []

  /// Begins the collection for `locale`.
  ///
  /// - Parameter places: About how many places there will be.
  init(locale: String, places: Int) {
    self.locale = locale
    languages = [locale]
    self.places.reserveCapacity(places)
  }

  /// How each article stands to the titles of the others.
  private(set) var listings: Set<Int> = []

  /// Adds an article; its passages are kept without their text.
  mutating func append(_ entry: LookupEntry) {
    for code in entry.codes { append(code: code, language: entry.locale) }
    let passages = entry.passages.span
    for index in passages.indices { append(passages[index]) }
    var bare = entry
    bare.passages = []
    articles.append(bare)
  }

  private mutating func append(code: String, language: String) {
    guard let key = PassageCollection.codeKey(code) else { return }
    let token = vocabulary.intern(key[...])
    let occurrence = Occurrence(
      article: articles.count, kind: .declared, language: number(ofLanguage: language), unit: nil,
      anchor: nil)
    self.key.removeAll(keepingCapacity: true)
    appendToKey(token)
    append(self.key[...], occurrence, code)
  }

  /// The vocabulary's key of a code of the front matter, or nil if there is nothing in it.
  static func codeKey(_ code: String) -> [UInt8]? {
    let text = LookupNormalizer.tokens(of: code)
    if text.tokens.count == 1, let token = text.tokens.first, token.kind == .code {
      return Array(text.bytes[token.range])
    }
    let whole = WidthFolding.scalars(of: code).filter { $0 > 0x20 }.map { MarkFolding.folded($0) }
    guard !whole.isEmpty else { return nil }
    var key = [TokenKind.code.rawValue]
    for value in whole { TokenScanner.appendUTF8(value, to: &key) }
    return key
  }

  private mutating func append(_ passage: Passage) {
    guard passage.tokens.hasWords else { return }
    key.removeAll(keepingCapacity: true)
    for token in passage.tokens.keys { appendToKey(vocabulary.intern(token)) }
    let unit = passage.unit.flatMap { Occurrence.unitNumber($0) }
    let occurrence = Occurrence(
      article: articles.count, kind: passage.kind, language: number(ofLanguage: passage.language),
      unit: unit, anchor: anchor(of: passage, hasNumber: unit != nil))
    let text = passage.sentence ?? passage.text
    let count = key.count / 4
    if count <= LookupIndexBuilder.pieceLength {
      append(key[...], occurrence, text, passage.link)
    } else {
      for piece in LookupIndexBuilder.pieces(count) {
        append(
          key[(4 * piece.lowerBound)..<(4 * piece.upperBound)], occurrence, text, passage.link)
      }
    }
  }

  /// Adds a token to the key of a sequence.
  private mutating func appendToKey(_ token: Int) {
    key.append(UInt8(truncatingIfNeeded: token))
    key.append(UInt8(truncatingIfNeeded: token >> 8))
    key.append(UInt8(truncatingIfNeeded: token >> 16))
    key.append(UInt8(truncatingIfNeeded: token >> 24))
  }

  /// Looks at the names that articles have elsewhere, once all articles are there.
  ///
  /// What links to an article names it. A title that is also a unit of another article may be
  /// translated otherwise there: that translation names the titled article too. An article made of
  /// such names is a listing, and answers nothing by itself.
  mutating func finish() {
    let titled = titledArticles()
    let linked = linkedArticles()
    var named = [Int](repeating: 0, count: articles.count)
    var units = named
    var names: [Place] = []
    let order = orderByUnit()
    var start = 0
    while start < order.count {
      let end = endOfUnit(order, from: start)
      for index in order[start..<end] where places[index].occurrence.kind != .quoted {
        let article = places[index].occurrence.article
        units[article] += 1
        if let link = linked[index], link != article {
          named[article] += 1
          names.append(name(places[index], link))
          continue
        }
        guard places[index].occurrence.kind != .title, let titled = titled[places[index].sequence]
        else { continue }
        let others = titled.filter { $0 != article }
        guard !others.isEmpty else { continue }
        named[article] += 1
        let language = places[index].occurrence.language
        for other in order[start..<end]
        where places[other].occurrence.kind != .quoted
          && places[other].occurrence.language != language
        {
          names += others.map { name(places[other], $0) }
        }
      }
      start = end
    }
    listings = Set(articles.indices.filter { named[$0] >= 8 && named[$0] * 5 >= units[$0] })
    places += names
  }

  /// The articles that have a sequence as their title, up to four.
  private func titledArticles() -> [Int: [Int]] {
    var titled: [Int: [Int]] = [:]
    for index in places.indices where places[index].occurrence.kind == .title {
      let articles = titled[places[index].sequence, default: []]
      if articles.last != places[index].occurrence.article, articles.count < 4 {
        titled[places[index].sequence] = articles + [places[index].occurrence.article]
      }
    }
    return titled
  }

  /// The article that each place is a link to.
  private func linkedArticles() -> [Int: Int] {
    var ids = KeyInterner()
    for article in articles { _ = ids.intern(Array(article.id.utf8)[...]) }
    var linked: [Int: Int] = [:]
    for index in places.indices {
      guard let link = places[index].link else { continue }
      var path = link.utf8.prefix { $0 != 0x23 && $0 != 0x3F }.drop { $0 == 0x2F }
      for ending in [".md", ".html"] where String(decoding: path, as: UTF8.self).hasSuffix(ending) {
        path = path.dropLast(ending.utf8.count)
      }
      if let article = ids.number(of: Array(path)[...]) { linked[index] = article }
    }
    return linked
  }

  private func name(_ place: Place, _ article: Int) -> Place {
    var place = place
    place.occurrence.article = article
    place.occurrence.kind = .title
    place.occurrence.unit = nil
    place.occurrence.anchor = nil
    return place
  }

  /// The places by article and unit, so that both halves of a unit are neighbours, however the
  /// passages came.
  private func orderByUnit() -> [Int] {
    let units = places.indices.map { places[$0].occurrence.unit ?? -1 }
    var order = Array(places.indices)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count,
        places[end].occurrence.article == places[start].occurrence.article
      {
        end += 1
      }
      order[start..<end].sort { units[$0] != units[$1] ? units[$0] < units[$1] : $0 < $1 }
      start = end
    }
    return order
  }

  /// The end of the places that are of the same unit as that at `start`; one without a unit stands
  /// alone.
  private func endOfUnit(_ order: [Int], from start: Int) -> Int {
    let first = places[order[start]].occurrence
    var end = start + 1
    guard first.unit != nil else { return end }
    while end < order.count, places[order[end]].occurrence.article == first.article,
      places[order[end]].occurrence.unit == first.unit
    {
      end += 1
    }
    return end
  }

  private mutating func append(
    _ sequence: ArraySlice<UInt8>, _ occurrence: Occurrence, _ text: String,
    _ link: String? = nil
  ) {
    places.append(
      Place(sequence: sequences.intern(sequence), occurrence: occurrence, text: text, link: link))
  }

  /// The number of a passage's anchor.
  ///
  /// - Parameter hasNumber: Whether the unit has a number, which its suffix is made from and back.
  private mutating func anchor(of passage: Passage, hasNumber: Bool) -> Int? {
    guard let anchor = passage.anchor else { return nil }
    if hasNumber, let unit = passage.unit, anchor.utf8.first == UInt8(ascii: "u"),
      anchor.utf8.dropFirst().elementsEqual(unit.utf8)
    {
      return -1
    }
    return anchors.intern(Array(anchor.utf8)[...])
  }

  private mutating func number(ofLanguage language: String) -> Int {
    if let number = languages.firstIndex(of: language) { return number }
    languages.append(language)
    return languages.count - 1
  }

  /// Adds the tokens of a sequence, by their numbers of first sight.
  func appendTokens(ofSequence sequence: Int, to tokens: inout [Int32]) {
    let key = sequences.key(sequence)
    for index in stride(from: key.startIndex, to: key.endIndex, by: 4) {
      let low = Int32(key[index]) | Int32(key[index + 1]) << 8
      let high = Int32(key[index + 2]) | Int32(key[index + 3]) << 8
      tokens.append(low | high << 16)
    }
  }
}
