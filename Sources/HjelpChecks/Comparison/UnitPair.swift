internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpMarkdown

/// A unit with both of its halves.
struct UnitPair {
  let sides: PairedSides
  /// The index of the unit in the article.
  let index: Int

  var unit: TranslationUnit { sides.article.units[index] }
  var target: Segment { sides.target.segments[index] }
  var source: Segment { sides.source.segments[index] }
  var language: Language? { sides.language }

  /// The bytes of the half as they stand in the file.
  var targetBytes: ArraySlice<UInt8> { sides.article.file.bytes[unit.target] }
  var sourceBytes: ArraySlice<UInt8> { sides.article.file.bytes[unit.source] }

  /// The visible text of a half.
  var targetText: ArraySlice<UInt8> { sides.target.text[target.text] }
  var sourceText: ArraySlice<UInt8> { sides.source.text[source.text] }

  var targetTokens: ArraySlice<Token> { sides.target.tokens[target.tokens] }
  var sourceTokens: ArraySlice<Token> { sides.source.tokens[source.tokens] }
  var targetLinks: ArraySlice<LinkSpan> { sides.target.links[target.links] }
  var sourceLinks: ArraySlice<LinkSpan> { sides.source.links[source.links] }
  var targetCodes: ArraySlice<CodeSpan> { sides.target.codes[target.codes] }
  var sourceCodes: ArraySlice<CodeSpan> { sides.source.codes[source.codes] }
  var targetEmphases: ArraySlice<EmphasisSpan> { sides.target.emphases[target.emphases] }
  var sourceEmphases: ArraySlice<EmphasisSpan> { sides.source.emphases[source.emphases] }
  var targetTags: ArraySlice<TagSpan> { sides.target.tags[target.tags] }
  var sourceTags: ArraySlice<TagSpan> { sides.source.tags[source.tags] }

  /// Whether the language writes without blanks between words.
  var isUnspaced: Bool { sides.isUnspaced }

  /// The visible text of the target in the file, for what is missing from it: without the mark at
  /// its end.
  var wholeTarget: Range<Int> {
    var range = target.text
    while let last = range.last, [0x2E, 0x3A, 0x21, 0x3F].contains(sides.target.text[last]) {
      range = range.lowerBound..<last
    }
    if let last = range.last, last - range.lowerBound > 3,
      sides.target.text[last - 2...last].elementsEqual("。".utf8)
    {
      range = range.lowerBound..<last - 2
    }
    return range.isEmpty ? unit.target : targetPlace(range)
  }

  /// The place in the file of a range of a side's text.
  func targetPlace(_ text: Range<Int>) -> Range<Int> { sides.target.fileRange(ofText: text) }
  func sourcePlace(_ text: Range<Int>) -> Range<Int> { sides.source.fileRange(ofText: text) }

  /// The place in the file of a range of a side's Markdown.
  func targetPlace(markdown: Range<Int>) -> Range<Int> {
    sides.target.edition.fileRange(of: markdown)
  }
  func sourcePlace(markdown: Range<Int>) -> Range<Int> {
    sides.source.edition.fileRange(of: markdown)
  }

  /// A finding in the target of the unit, with the source's place as a note.
  func finding(
    _ rule: RuleID, _ severity: Severity, _ message: String, at range: Range<Int>,
    source: Range<Int>? = nil, fix: Fix? = nil
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: message, unit: unit.name, range: range,
      notes: source.map { [.init(message: "the source has it here", range: $0)] } ?? [], fix: fix)
  }
}
