public import HjelpArticle
internal import HjelpDiagnostics
public import HjelpLocale
package import HjelpMarkdown

/// An article with all that a rule may look at.
public struct CheckInput: Sendable {
  /// The article.
  public let article: Article
  /// What is known of its file.
  public let facts: FileFacts
  /// The locale that translations are made from.
  public let sourceLocale: LocaleTag
  /// The side that is published, and its tree; `nil` if the file must not be parsed.
  package let shown: (edition: Edition, document: Document)?
  /// The source side of a bilingual article, and its tree.
  package let original: (edition: Edition, document: Document)?
  /// The raw HTML that does not get onto the page.
  package let dropped: [DroppedHTML]
  /// Both sides, ready to be compared; `nil` if the article is not bilingual or not parsed.
  let sides: PairedSides?
  /// The numbers of the units that have any.
  let numbers: [NumberComparison]
  /// The characters of the file that nobody sees or that stand for a lost one, in order.
  let specials: [SpecialCharacter]
  /// The links and images that lead to places within the content.
  let links: [ArticleLink]
  /// The limits that the Markdown passes.
  package let excesses: [DocumentLimits.Excess]

  /// An input that is parsed already.
  package init(
    article: Article, facts: FileFacts, sourceLocale: LocaleTag,
    shown: (edition: Edition, document: Document)?,
    original: (edition: Edition, document: Document)?,
    dropped: [DroppedHTML], excesses: [DocumentLimits.Excess]
  ) {
    self.article = article
    self.facts = facts
    self.sourceLocale = sourceLocale
    self.shown = shown
    self.original = original
    self.dropped = dropped
    self.excesses = excesses
    sides = PairedSides(
      article, target: shown, source: original, locale: article.locale ?? sourceLocale,
      sourceLocale: sourceLocale)
    links = facts.places == nil ? [] : shown.map { ArticleLink.all(in: $0.document) } ?? []
    numbers = sides.map { NumberComparison.all($0) } ?? []
    specials =
      shown == nil
      ? [] : SpecialCharacter.all(in: article.file.bytes, 0..<article.file.bytes.count)
  }

  /// Parses both sides of `article`, if nothing forbids it.
  ///
  /// - Parameters:
  ///   - urls: Schemes that links may have.
  ///   - known: The limits that its Markdown passes, where they were looked for already.
  package init(
    parsing article: Article, facts: FileFacts, sourceLocale: LocaleTag,
    urls: URLPolicy = URLPolicy(), excesses known: [DocumentLimits.Excess]? = nil
  ) {
    let shown = article.edition(of: .target, isForPage: true)
    let excesses = known ?? DocumentLimits.excesses(in: shown.markdown)
    guard Self.isBuildable(article, facts, excesses) else {
      self.init(
        article: article, facts: facts, sourceLocale: sourceLocale, shown: nil, original: nil,
        dropped: [], excesses: excesses)
      return
    }
    let document = Document(markdown: shown.markdown)
    var dropped: [DroppedHTML] = []
    if HTMLWriter.mayDrop(document) {
      var options = HTMLWriter.Options()
      options.urls = urls
      var writer = HTMLWriter(document, options: options)
      _ = writer.blocks()
      dropped = writer.dropped
    }
    var original: (edition: Edition, document: Document)?
    if article.isBilingual {
      let edition = article.edition(of: .source)
      original = (edition, Document(markdown: edition.markdown))
    }
    self.init(
      article: article, facts: facts, sourceLocale: sourceLocale, shown: (shown, document),
      original: original, dropped: dropped, excesses: excesses)
  }

  /// Whether the article can be parsed and gets a page.
  package static func isBuildable(
    _ article: Article, _ facts: FileFacts, _ excesses: [DocumentLimits.Excess]
  ) -> Bool {
    facts.unreadable == nil && facts.excessiveSize == nil && article.encodingProblem == nil
      && article.file.bytes.count <= Article.sizeLimit && excesses.isEmpty
  }

  /// The locale of the article, else the source locale.
  var locale: LocaleTag { article.locale ?? sourceLocale }

  /// The first character of a file without front matter, behind a byte order mark; empty if there is
  /// none.
  var firstCharacter: Range<Int> {
    let bytes = article.file.bytes
    let start = article.body.lowerBound
    let rest = bytes[start...].dropFirst()
    return start..<(rest.firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count)
  }

  /// What a rule finds in each unit whose halves can be compared.
  func findings(_ check: (UnitPair, inout [Finding]) -> Void) -> [Finding] {
    sides?.findings(check) ?? []
  }

  /// What a rule finds in each unit whose source has a token of a kind.
  func findings(
    ofSource kind: Token.Kind, _ check: (UnitPair, inout [Finding]) -> Void
  ) -> [Finding] {
    sides?.findings(ofSource: kind, check) ?? []
  }

  /// The special characters of a part of the file.
  func specials(in range: Range<Int>) -> ArraySlice<SpecialCharacter> {
    guard !specials.isEmpty else { return [] }
    let start = specials.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? specials.endIndex
    let end =
      specials[start...].firstIndex { $0.range.lowerBound >= range.upperBound } ?? specials.endIndex
    return specials[start..<end]
  }

  /// The place of what a reader sees of a unit's translation.
  func visibleTarget(of unit: TranslationUnit) -> Range<Int> {
    guard let sides, let index = article.units.firstIndex(where: { $0.range == unit.range }),
      sides.pairs.contains(index)
    else { return unit.target.isEmpty ? unit.openingTag : unit.target }
    return UnitPair(sides: sides, index: index).wholeTarget
  }

  /// The name of the unit that holds an offset in the file, or stands next before it.
  func unit(at offset: Int) -> String? {
    var low = 0
    var high = article.units.count
    while low < high {
      let middle = (low + high) / 2
      if article.units[middle].range.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    guard low < article.units.count, article.units[low].range.contains(offset) else { return nil }
    return article.units[low].name
  }
}
