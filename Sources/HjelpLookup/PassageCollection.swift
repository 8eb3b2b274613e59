/// All passages of an index while it is built: those of a store that its articles have.
struct PassageCollection {
  /// A passage of an article.
  struct Passage {
    /// What it is in its article, the three highest bits, and the number of the article: in the order in
    /// which those of a sequence stand, the most telling kind first.
    let rank: UInt32
    /// The place in the store, or its complement where another article's passage names this one.
    private let number: Int32

    init(article: Int32, kind: PassageKind, stored: Int) {
      self.init(article, kind, Int32(stored))
    }

    private init(_ article: Int32, _ kind: PassageKind, _ number: Int32) {
      rank = UInt32(kind.rawValue) << 29 | UInt32(article)
      self.number = number
    }

    /// The same passage as a name of another article.
    func name(of article: Int) -> Passage { Passage(Int32(article), .title, ~Int32(stored)) }

    /// The number of its article.
    var article: Int32 { Int32(rank & 0x1FFF_FFFF) }
    /// What it is in its article.
    var kind: PassageKind { PassageKind(rawValue: UInt8(rank >> 29)) ?? .sentence }
    /// The place in the store.
    var stored: Int { Int(number < 0 ? ~number : number) }
    /// Whether it is another article's passage that names this one.
    var isName: Bool { number < 0 }
  }

  /// A passage with the number of the sequence that it makes in the collection.
  struct Place {
    var sequence: Int32
    var passage: Passage

    /// The number of its article.
    var article: Int32 { passage.article }
    /// The place in the store.
    var stored: Int { passage.stored }
  }

  /// What the passages are taken from.
  let store: PassageStore
  /// The locale of the index.
  let locale: String
  /// The articles, sorted by id.
  let articles: [StoredEntry]
  /// The distinct sequences, by their numbers in the store.
  private(set) var sequences: [Int32] = []
  /// The passages in the order of the articles.
  private(set) var places = ChunkedArray<Place>()
  /// The languages, the index's locale first.
  private(set) var languages: [String]
  /// The number of each of the store's languages here; -1 for one that no passage has.
  private var languageNumbers: [Int]
  /// Which articles are nothing but names of others.
  private(set) var listings: Set<Int> = []

  /// Collects the passages of articles.
  ///
  /// - Parameter articles: Sorted by id, each id once.
  init(_ locale: String, _ articles: [StoredEntry], in store: PassageStore) {
    self.store = store
    self.locale = locale
    self.articles = articles
    languages = [locale]
    languageNumbers = store.languages.map { $0 == locale ? 0 : -1 }
    var numbers = [Int32](repeating: -1, count: store.sequences.count)
    for (number, article) in articles.enumerated() {
      for view in [article.codes, article.declared, article.sides] {
        for place in view.places { append(place, Int32(number), &numbers) }
      }
    }
  }

  private mutating func append(_ number: Int, _ article: Int32, _ numbers: inout [Int32]) {
    let place = store.places[number]
    let language = Int(place.language)
    if languageNumbers[language] < 0 {
      languageNumbers[language] = languages.count
      languages.append(store.languages[language])
    }
    guard let pieces = store.pieces(of: place.sequence) else {
      return append(place.sequence, number, place.kind, article, &numbers)
    }
    for piece in pieces { append(piece, number, place.kind, article, &numbers) }
  }

  private mutating func append(
    _ sequence: Int32, _ place: Int, _ kind: PassageKind, _ article: Int32,
    _ numbers: inout [Int32]
  ) {
    if numbers[Int(sequence)] < 0 {
      numbers[Int(sequence)] = Int32(sequences.count)
      sequences.append(sequence)
    }
    places.append(
      Place(
        sequence: numbers[Int(sequence)],
        passage: Passage(article: article, kind: kind, stored: place)))
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

  /// Gives up the places, which take most of the memory.
  mutating func removePlaces() { places = ChunkedArray() }

  // MARK: - Places

  /// Where a passage stands; an anchor has its number in the store.
  ///
  /// - Parameter stored: What the store has of it.
  func occurrence(_ passage: Passage, _ stored: PassageStore.Place) -> Occurrence {
    let isBare = passage.isName
    return Occurrence(
      article: Int(passage.article), kind: passage.kind,
      language: languageNumbers[Int(stored.language)],
      unit: isBare || stored.unit < 0 ? nil : Int(stored.unit),
      anchor: isBare || stored.anchor < -1 ? nil : Int(stored.anchor))
  }

  private func unit(_ index: Int) -> Int32 { store.places[places[index].stored].unit }

  // MARK: - Names

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
    var names = Names()
    let order = orderByUnit()
    var start = 0
    while start < order.count {
      let end = endOfUnit(order, from: start)
      for index in order[start..<end] {
        let place = places[Int(index)]
        let stored = store.places[place.stored]
        guard stored.kind != .quoted else { continue }
        let article = Int(place.article)
        units[article] += 1
        if stored.link >= 0, let link = linked[Int(stored.link)], link != article {
          named[article] += 1
          names.add(place, as: link)
          continue
        }
        guard stored.kind != .title, let titled = titled[place.sequence] else { continue }
        let others = titled.filter { $0 != article }
        guard !others.isEmpty else { continue }
        named[article] += 1
        for other in order[start..<end] {
          let other = places[Int(other)]
          let passage = store.places[other.stored]
          guard passage.kind != .quoted, passage.language != stored.language else { continue }
          for article in others { names.add(other, as: article) }
        }
      }
      start = end
    }
    listings = Set(articles.indices.filter { named[$0] >= 8 && named[$0] * 5 >= units[$0] })
    for place in names.places { places.append(place) }
  }

  /// Names that articles have elsewhere, each once.
  private struct Names {
    private(set) var places: [Place] = []
    private var known: Set<Int64> = []

    mutating func add(_ place: Place, as article: Int) {
      guard known.insert(Int64(place.sequence) << 32 | Int64(article)).inserted else { return }
      places.append(Place(sequence: place.sequence, passage: place.passage.name(of: article)))
    }
  }

  /// The articles that have a sequence as their title, up to four.
  private func titledArticles() -> [Int32: [Int]] {
    var titled: [Int32: [Int]] = [:]
    for index in 0..<places.count {
      let place = places[index]
      guard place.passage.kind == .title else { continue }
      let article = Int(place.article)
      let articles = titled[place.sequence, default: []]
      if articles.last != article, articles.count < 4 {
        titled[place.sequence] = articles + [article]
      }
    }
    return titled
  }

  /// The article that each link of the store leads to.
  private func linkedArticles() -> [Int?] {
    // The links are few beside the articles: these are looked for among those.
    var paths = KeyInterner<UInt8>()
    let numbers = (0..<store.links.count).map { link in
      var path = store.links.key(link).prefix { $0 != 0x23 && $0 != 0x3F }.drop { $0 == 0x2F }
      for ending in [".md", ".html"] where path.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      {
        path = path.dropLast(ending.utf8.count)
      }
      return paths.intern(path)
    }
    var articlesOfPaths = [Int?](repeating: nil, count: paths.count)
    for (number, article) in articles.enumerated() {
      if let path = paths.number(of: store.text(article.id)) { articlesOfPaths[path] = number }
    }
    return numbers.map { articlesOfPaths[$0] }
  }

  /// The places by article and unit, so that both halves of a unit are neighbours, however the
  /// passages came.
  private func orderByUnit() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(places.count)
    var own: [(unit: Int32, index: Int32)] = []
    var start = 0
    while start < places.count {
      let article = places[start].article
      own.removeAll(keepingCapacity: true)
      var end = start
      while end < places.count, places[end].article == article {
        own.append((unit(end), Int32(end)))
        end += 1
      }
      own.sort { $0.unit != $1.unit ? $0.unit < $1.unit : $0.index < $1.index }
      for place in own { order.append(place.index) }
      start = end
    }
    return order
  }

  /// The end of the places that are of the same unit as that at `start`; one without a unit stands
  /// alone.
  private func endOfUnit(_ order: [Int32], from start: Int) -> Int {
    let article = places[Int(order[start])].article
    let unit = unit(Int(order[start]))
    var end = start + 1
    guard unit >= 0 else { return end }
    while end < order.count, places[Int(order[end])].article == article,
      self.unit(Int(order[end])) == unit
    {
      end += 1
    }
    return end
  }
}
