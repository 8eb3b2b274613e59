package import HjelpLocale

/// The words of the page's own furniture in one language.
package struct InterfaceWords: Sendable {
  /// The language that the words are in.
  package let language: String
  private let texts: [Key: String]

  /// What a page has words for; the raw value is the key in `hjelp.yml`.
  package enum Key: String, CaseIterable, Sendable {
    /// The link over the header that leads to the text.
    case skip
    /// The name of the menu of languages.
    case languageMenu = "language-menu"
    /// The name of a block's button.
    case readOriginal = "read-original"
    /// The name of the group of reading modes.
    case readingMode = "reading-mode"
    /// The mode that shows both languages.
    case both
    /// Said of articles that a machine translated.
    case machineTranslated = "machine-translated"
    /// Said of articles that a person edited after a machine.
    case machineEdited = "machine-edited"
    /// Before a date.
    case updated
    /// Over the list of headings.
    case onThisPage = "on-this-page"
    /// The name of the path to the page.
    case breadcrumb
    /// Over a list of articles.
    case articles
    /// The name of the page for unknown addresses.
    case notFound = "not-found"
    /// Its text.
    case notFoundText = "not-found-text"
    /// Over the list of languages.
    case chooseLanguage = "choose-language"
    /// The text of a link to a video.
    case video
    /// The label of an alert.
    case note
    /// The label of an alert.
    case tip
    /// The label of an alert.
    case important
    /// The label of an alert.
    case warning
    /// The label of an alert.
    case caution
    /// The name of the search.
    case search
    /// What can be searched for.
    case searchHint = "search-hint"
    /// Said where no article answers.
    case searchNone = "search-none"
    /// Over articles that are near.
    case searchNearest = "search-nearest"
    /// Said where the search cannot run.
    case searchNoScript = "search-no-script"
    /// Over a list of related articles.
    case related
    /// The text of the link for feedback.
    case feedback
    /// Said where an article is shown in another language; `{language}` is the one that it lacks.
    case fallback
    /// The name of the field over a list.
    case filter
    /// Over articles without a group.
    case otherArticles = "other-articles"
    /// Said on a page that leads to another.
    case moved
  }

  /// The words for a locale: those of its language, else English ones, some of them replaced.
  ///
  /// - Parameter replaced: The site owner's words for the locale. Where the language has none of its
  ///   own, they count as the locale's only if all are there.
  package static func words(
    for locale: LocaleTag, replaced: [Key: String] = [:]
  ) -> InterfaceWords {
    let own = table(for: locale)
    let isComplete = Key.allCases.allSatisfy { replaced[$0] != nil }
    let language = own == nil && isComplete ? locale.language : own?.language ?? english.language
    let texts = (own ?? english).texts.merging(replaced) { _, new in new }
    return InterfaceWords(language: language, texts: texts)
  }

  /// The text of a key.
  package subscript(key: Key) -> String { texts[key] ?? key.rawValue }

  private static func table(for locale: LocaleTag) -> InterfaceWords? {
    locale.language == "zh" && locale.likelyScript != "Hans"
      ? nil : tables[locale.language == "no" ? "nb" : locale.language]
  }

  private static let english = InterfaceWords("en", Self.en)

  private static let tables: [String: InterfaceWords] = Dictionary(
    uniqueKeysWithValues: [
      ("en", en),
      ("nb", nb),
      ("nn", nn),
      ("da", da),
      ("sv", sv),
      ("de", de),
      ("fr", fr),
      ("es", es),
      ("pt", pt),
      ("it", it),
      ("nl", nl),
      ("ja", ja),
      ("ko", ko),
      ("zh", zh),
      ("ar", ar),
    ].map { ($0.0, InterfaceWords($0.0, $0.1)) })

  private init(language: String, texts: [Key: String]) {
    self.language = language
    self.texts = texts
  }

  /// Reads a table: a key, a colon and its text on each line.
  private init(_ language: String, _ table: StaticString) {
    self.language = language
    var texts: [Key: String] = [:]
    for line in table.description.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), let key = Key(rawValue: String(line[..<colon]))
      else { continue }
      texts[key] = String(line[line.index(colon, offsetBy: 2)...])
    }
    self.texts = texts
  }
}
