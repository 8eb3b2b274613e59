package import HjelpLocale
internal import HjelpLookup

extension LookupService {
  /// What the index of each locale holds, in the order of the locales.
  package func exportContents() throws(AnswersError) -> [ExportContent] {
    var contents: [ExportContent] = []
    for locale in locales {
      guard let index = indexes[locale] else { continue }
      contents.append(try ExportContent(index, locale: locale))
    }
    return contents
  }

  /// What the lookup says to a text in a locale that it serves; `nil` if nothing answers.
  package func exportAnswer(to text: String, in locale: LocaleTag) -> ExportAnswer? {
    let choice = LocaleChoice(requested: locale, served: locale)
    return ExportAnswer(answer(to: LookupQuery(text: text), in: choice).answer)
  }
}
