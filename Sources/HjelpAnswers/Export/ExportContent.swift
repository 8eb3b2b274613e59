package import HjelpLocale
package import HjelpLookup

/// What the index of one locale holds for another database.
package struct ExportContent: Sendable {
  /// The locale that the index serves.
  package let locale: LocaleTag
  /// The articles in the byte order of their ids; those of the source locale that this one lacks
  /// are among them.
  package let articles: [LookupArticle]
  /// The passages, article by article.
  package let passages: [IndexedPassage]
  /// The texts that are asked for, each once: what the lookup takes for the same text is the same.
  package let phrases: [ExportPhrase]
  /// The codes in byte order.
  package let codes: [CodeSpellings]

  /// Reads an index; its passages' text must have been read with it.
  init(_ index: LookupIndex, locale: LocaleTag) throws(AnswersError) {
    guard index.hasText else { throw AnswersError.noText(locale: locale.description) }
    self.locale = locale
    articles = index.articles
    passages = index.passages
    codes = index.codes.map { CodeSpellings($0) }
    phrases = Self.phrases(of: passages)
  }

  private static func phrases(of passages: [IndexedPassage]) -> [ExportPhrase] {
    var phrases: [ExportPhrase] = []
    var known: Set<String> = []
    for kind in PassageKind.allCases {
      for passage in passages where passage.kind == kind {
        let text = kind == .declared ? passage.declared : passage.text
        guard let text, known.insert(LookupNormalizer.normalise(text)).inserted else { continue }
        phrases.append(ExportPhrase(text: text, kind: kind, language: passage.language))
      }
    }
    return phrases
  }
}
