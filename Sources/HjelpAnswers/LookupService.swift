public import HjelpLocale
public import HjelpLookup

/// Answers in the reader's locale: the indexes of a site, and the choice among them.
///
/// An immutable value; the server shares one between all requests, and the command `lookup` makes
/// one for its single question.
public struct LookupService: Sendable {
  /// The locales that there are, in the order in which regions of a language are tried.
  public let locales: [LocaleTag]
  /// The locale that answers where nothing wanted is there: the source locale, or the first one if
  /// the source has no index.
  public let source: LocaleTag
  /// The URL that the site is published at; answers then hold absolute URLs.
  public let baseURL: String?
  let indexes: [LocaleTag: LookupIndex]
  private let lastIndex: LookupIndex
  private let negotiation: LocaleNegotiation

  /// A service over these indexes; `nil` if there are none.
  ///
  /// - Parameters:
  ///   - indexes: the index of each locale.
  ///   - source: the source locale of the site.
  ///   - locales: the site's locales in their order; those without an index are left out, and an
  ///     index of a locale that is not named comes last.
  ///   - baseURL: the URL that the site is published at.
  public init?(
    indexes: [LocaleTag: LookupIndex], source: LocaleTag, locales: [LocaleTag],
    baseURL: String? = nil
  ) {
    let known = locales.filter { indexes[$0] != nil }
    let ordered = known + indexes.keys.filter { !known.contains($0) }.sorted()
    guard let first = ordered.first, let index = indexes[source] ?? indexes[first] else {
      return nil
    }
    self.indexes = indexes
    self.locales = ordered
    self.source = indexes[source] == nil ? first : source
    self.baseURL = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    lastIndex = index
    negotiation = LocaleNegotiation(available: ordered, source: self.source)
  }

  /// What the site says to a text.
  ///
  /// - Parameters:
  ///   - text: what the product showed, a log line, or what a person typed.
  ///   - locale: the locale that is asked for.
  ///   - acceptLanguage: an `Accept-Language` header, which counts after `locale`.
  ///   - limit: how many answers at most.
  ///   - minimumConfidence: answers below this are left out.
  ///   - explain: whether each answer says why it was given.
  public func answer(
    text: String, locale: LocaleTag? = nil, acceptLanguage: String? = nil, limit: Int = 5,
    minimumConfidence: Double = LookupStatus.listingThreshold, explain: Bool = false
  ) -> LocalizedAnswer {
    let choice = choice(locale: locale, acceptLanguage: acceptLanguage)
    let query = LookupQuery(
      text: text, limit: limit, minimumConfidence: minimumConfidence, explain: explain)
    return answer(to: query, in: choice)
  }

  /// What the site says to a query in a locale that was chosen before.
  public func answer(to query: LookupQuery, in choice: LocaleChoice) -> LocalizedAnswer {
    let index = indexes[choice.served] ?? lastIndex
    return LocalizedAnswer(
      answer: index.answers(to: query), requested: choice.requested, served: choice.served,
      indexVersion: index.version, baseURL: baseURL)
  }

  /// The locale that answers to these wishes: an answer depends on nothing else of them.
  public func choice(locale: LocaleTag?, acceptLanguage: String? = nil) -> LocaleChoice {
    let wanted = wanted(locale, acceptLanguage)
    return LocaleChoice(requested: wanted.first, served: negotiation.best(for: wanted))
  }

  /// What the site knows of an article; `nil` if it has none of that id.
  public func article(
    id: String, locale: LocaleTag? = nil, acceptLanguage: String? = nil
  ) -> LocalizedArticle? {
    let wanted = wanted(locale, acceptLanguage)
    let served = negotiation.best(for: wanted)
    guard let article = indexes[served]?.article(id: id) ?? lastIndex.article(id: id)
    else { return nil }
    let holders = locales.filter { indexes[$0]?.article(id: id)?.isFallback == false }
    return LocalizedArticle(
      article: article, locales: holders, requested: wanted.first, baseURL: baseURL)
  }

  private func wanted(_ locale: LocaleTag?, _ acceptLanguage: String?) -> [LocaleTag] {
    [locale].compactMap(\.self)
      + (acceptLanguage.map { LocaleNegotiation.ranges(inAcceptLanguage: $0) } ?? [])
  }
}
