internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpMarkdown

/// Both sides of a bilingual article, ready to be compared.
final class PairedSides: Sendable {
  let article: Article
  let target: SideContent
  let source: SideContent
  let locale: LocaleTag
  let sourceLocale: LocaleTag
  /// The table of the target's language, if there is one.
  let language: Language?
  /// The table of the source's language, if there is one.
  let sourceLanguage: Language?
  /// The units whose halves can be compared: both are there, and their tags are in order.
  let pairs: [Int]
  /// The anchors that the headings of the source make.
  let slugs: SourceSlugs
  /// The units of `pairs` whose target has a word that English has and its own language has not.
  let englishPairs: [Int]

  init?(
    _ article: Article, target: (edition: Edition, document: Document)?,
    source: (edition: Edition, document: Document)?, locale: LocaleTag, sourceLocale: LocaleTag
  ) {
    guard let target, let source, article.isBilingual else { return nil }
    self.article = article
    self.target = SideContent(article, target.edition, target.document)
    self.source = SideContent(article, source.edition, source.document)
    self.locale = locale
    self.sourceLocale = sourceLocale
    language = Language.table(for: locale)
    sourceLanguage = Language.table(for: sourceLocale)
    slugs = SourceSlugs(article, source.edition, source.document)
    let damaged = Set(article.defects.map(\.unit))
    pairs = article.units.indices.filter { index in
      let unit = article.units[index]
      return !unit.target.isEmpty && !unit.source.isEmpty
        && (damaged.isEmpty || !damaged.contains(unit.name))
    }
    if sourceLocale.language == "en", locale.language != "en", let language {
      let side = self.target
      englishPairs = pairs.filter {
        language.englishWordSet.count(in: side.text[side.segments[$0].text], limit: 1) > 0
      }
    } else {
      englishPairs = []
    }
  }
}

extension PairedSides {
  /// Whether the target's language writes without blanks between words; by its script, where the
  /// language has no table.
  var isUnspaced: Bool {
    language.map { !$0.hasSpaces }
      ?? ["Hans", "Hant", "Jpan", "Thai"].contains(locale.likelyScript)
  }

  /// What a rule finds in each unit whose source has a token of a kind.
  func findings(ofSource kind: Token.Kind, _ check: (UnitPair, inout [Finding]) -> Void)
    -> [Finding]
  {
    let wanted = Token.Kinds(kind)
    guard !source.kinds.isDisjoint(with: wanted) else { return [] }
    var found: [Finding] = []
    for index in pairs where !source.segments[index].kinds.isDisjoint(with: wanted) {
      check(UnitPair(sides: self, index: index), &found)
    }
    return found
  }

  /// What a rule finds in each unit that can be compared.
  func findings(_ check: (UnitPair, inout [Finding]) -> Void) -> [Finding] {
    var found: [Finding] = []
    for index in pairs { check(UnitPair(sides: self, index: index), &found) }
    return found
  }
}
