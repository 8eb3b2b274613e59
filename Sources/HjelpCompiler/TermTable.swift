internal import HjelpArticle
internal import HjelpChecks
internal import HjelpLocale

/// The terms of a content folder: the glossary and the names that are not translated.
struct TermTable: Sendable {
  private let glossaries: [LocaleTag: Glossary]
  private let kept: [String]

  /// Reads what the configuration names.
  init(_ configuration: Configuration) throws(CompilerError) {
    glossaries = try configuration.glossary.map(GlossaryFile.read) ?? [:]
    kept = configuration.noLoc
  }

  /// The terms that hold for an article; `nil` if there are none.
  ///
  /// - Parameter original: The article in the source locale, whose names hold for every locale.
  func facts(of file: ArticleFile, original: ArticleFile?, locale: LocaleTag) -> TermFacts? {
    var names = kept
    for own in [original, file] {
      names += own?.summary.keptTerms ?? []
    }
    let glossary = glossaries[locale]
    guard glossary != nil || !names.isEmpty else { return nil }
    return TermFacts(glossary: glossary, kept: names)
  }
}
