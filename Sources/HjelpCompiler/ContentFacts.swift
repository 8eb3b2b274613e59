internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale

/// What the checks of an article need to know of the other articles.
struct ContentFacts {
  /// The heading of each article and the files that have it, by locale.
  private var owners: [LocaleTag: [UInt64: Int]] = [:]
  /// The files of the source locale, by id.
  private var sources: [ArticleID: Int] = [:]
  private let files: [ArticleFile]
  private let source: LocaleTag
  private let freshness: FreshnessFacts
  private let sentences: SentenceIndex
  private let terms: TermTable
  private let index: PlaceIndex
  private let places: ContentPlaces

  init(
    _ files: [ArticleFile], workspace: Workspace, source: LocaleTag, terms: TermTable,
    redirects: Set<ArticleID>
  ) {
    index = PlaceIndex(files, workspace: workspace, source: source)
    places = index.contentPlaces(redirects: redirects)
    freshness = FreshnessFacts(files, source: source)
    sentences = SentenceIndex(files, source: source)
    self.terms = terms
    self.files = files
    self.source = source
    for (index, file) in files.enumerated() {
      let locale = Content.locale(of: file, source: source)
      if locale == source { sources[file.input.id] = index }
      // Of several articles with one heading the first is named.
      if let heading = file.heading, owners[locale]?[heading] == nil {
        owners[locale, default: [:]][heading] = index
      }
    }
  }

  /// The articles whose bookmarks were asked for by links of an article.
  func asked(by id: ArticleID) -> Set<ArticleID> { index.asked(by: id) }

  /// Puts what is known of a file, whose article is at hand, into its facts.
  func fill(_ file: inout ArticleFile, at index: Int) {
    let locale = Content.locale(of: file, source: source)
    var facts = file.facts
    facts.source = freshness.facts(of: file, at: index)
    facts.places = places
    let others = sentences.otherTranslations(file)
    var known = terms.facts(
      of: file, original: sources[file.input.id].map { files[$0] }, locale: locale)
    if !others.isEmpty {
      if known == nil { known = TermFacts() }
      known?.otherTranslations = others
    }
    facts.terms = known
    if let title = file.summary.foldedTitle, let owner = owners[locale]?[title], owner != index,
      let own = HeadingText.first(of: file.article),
      !Self.areAlike(own, HeadingText.folded(Array((file.summary.title ?? "").utf8)))
    {
      facts.titleOwner = files[owner].input.name
    }
    if locale != source, file.summary.isBilingual, let original = sources[file.input.id] {
      let article = files[original].article
      facts.sourceFences = article.fences.map {
        Array(article.file.bytes[FencedCode(article.file.bytes, $0).content])
      }
    }
    file.facts = facts
  }

  /// Whether two names are the same but for a few words: a title is often a translation of its own.
  ///
  /// A sixth of all the groups of three bytes that they have are common to both.
  private static func areAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    func groups(_ text: [UInt8]) -> Set<UInt32> {
      var groups: Set<UInt32> = []
      for index in text.indices.dropLast(2) {
        groups.insert(
          UInt32(text[index] | 0x20) << 16 | UInt32(text[index + 1] | 0x20) << 8
            | UInt32(text[index + 2] | 0x20))
      }
      return groups
    }
    let first = groups(left)
    let second = groups(right)
    return first.intersection(second).count * 6 >= first.union(second).count
  }
}
