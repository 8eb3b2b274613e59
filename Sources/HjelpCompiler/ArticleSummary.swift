internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpLookup

/// What is known of an article that is not at hand: what the plan of a site and the checks of other
/// articles need of it.
final class ArticleSummary: Sendable {
  /// A sentence with its translation, by their hashes; both have a text.
  struct Sentence: Sendable, Equatable {
    /// The hash of the source half, another one for headings.
    var source: UInt64
    /// The hash of the translation.
    var target: UInt64

    /// A sentence of these hashes.
    init(source: UInt64, target: UInt64) { (self.source, self.target) = (source, target) }

    init(source: ArraySlice<UInt8>, target: ArraySlice<UInt8>, isHeading: Bool) {
      self.source = ByteHash.value(source, from: isHeading ? ~ByteHash.start : ByteHash.start)
      self.target = ByteHash.value(target)
    }
  }

  /// The locale of the article, where it or its folder says one.
  let locale: LocaleTag?
  /// Its name in the front matter.
  let title: String?
  /// The hash of it as headings are compared; `nil` if nothing is left of it. Few are asked for it.
  var foldedTitle: UInt64? {
    let folded = HeadingText.folded(Array((title ?? "").utf8))
    return folded.isEmpty ? nil : ByteHash.value(folded[...])
  }
  /// Whether it holds pairs.
  let isBilingual: Bool
  /// How many.
  let units: Int
  /// Those whose halves both have a text, in their order.
  let sentences: [Sentence]
  /// `ms.translationtype` is `HT`.
  let isHuman: Bool
  /// `ms.lasthandoff` as it is written.
  let handoff: String?
  /// The hash of `ms.openlocfilehash` in small letters.
  let sourceHash: UInt64?
  /// Whether it keeps search engines away.
  let isHidden: Bool
  /// `ms.service`.
  let service: String?
  /// The first of `ms.collection`.
  let collection: String?
  /// `redirect_from`.
  let oldAddresses: [String]
  /// `errors`.
  let errors: [String]
  /// `no-loc`.
  let keptTerms: [String]

  /// What is to be known of an article.
  ///
  /// - Parameter sketched: Its sentences, where it was not read whole.
  init(_ article: Article, sketched: [SketchedSentence]? = nil) {
    let frontMatter = article.frontMatter
    locale = article.locale
    title = article.title
    isBilingual = article.isBilingual
    units = article.units.count
    if let sketched {
      sentences = sketched.map {
        Sentence(source: $0.source[...], target: $0.target[...], isHeading: $0.isHeading)
      }
    } else {
      let bytes = article.file.bytes
      sentences = Self.pairs(of: article).map { unit, isHeading in
        Sentence(source: bytes[unit.source], target: bytes[unit.target], isHeading: isHeading)
      }
    }
    isHuman = frontMatter?.text("ms.translationtype") == "HT"
    handoff = frontMatter?.text("ms.lasthandoff")
    sourceHash = frontMatter?.text("ms.openlocfilehash").map { Self.hash(ofSource: $0) }
    isHidden = frontMatter?.text("ROBOTS").map { Self.isHiding($0) } ?? false
    service = frontMatter?.text("ms.service")
    collection = frontMatter?.texts("ms.collection").first
    oldAddresses = frontMatter?.texts("redirect_from") ?? []
    errors = frontMatter?.texts("errors") ?? []
    keptTerms = frontMatter?.texts("no-loc") ?? []
  }

  // MARK: - Keeping

  /// Reads what `append(to:locales:)` has written.
  init(_ cursor: inout IndexCursor, _ bytes: [UInt8], locales: [LocaleTag]) {
    let flags = cursor.byte(bytes)
    (isBilingual, isHuman, isHidden) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0)
    let place = cursor.variable(bytes) - 1
    locale = locales.indices.contains(place) ? locales[place] : nil
    title = cursor.optionalText(bytes)
    sourceHash = flags & 8 != 0 ? cursor.fixed64(bytes) : nil
    handoff = cursor.optionalText(bytes)
    service = cursor.optionalText(bytes)
    collection = cursor.optionalText(bytes)
    oldAddresses = cursor.texts(bytes)
    errors = cursor.texts(bytes)
    keptTerms = cursor.texts(bytes)
    units = cursor.variable(bytes)
    var sentences: [Sentence] = []
    let count = cursor.count(bytes, atMost: (bytes.count - cursor.position) / 16)
    sentences.reserveCapacity(count)
    for _ in 0..<count {
      let source = cursor.fixed64(bytes)
      sentences.append(Sentence(source: source, target: cursor.fixed64(bytes)))
    }
    self.sentences = sentences
  }

  /// Adds all that is known.
  ///
  /// - Parameter locales: The locales, of which the number is written.
  func append(to bytes: inout IndexBytes, locales: [LocaleTag]) {
    bytes.append(
      (isBilingual ? 1 : 0) | (isHuman ? 2 : 0) | (isHidden ? 4 : 0)
        | (sourceHash != nil ? 8 : 0))
    bytes.appendVariable((locale.flatMap { locales.firstIndex(of: $0) } ?? -1) + 1)
    bytes.append(optional: title)
    if let sourceHash { bytes.append64(sourceHash) }
    for text in [handoff, service, collection] { bytes.append(optional: text) }
    for list in [oldAddresses, errors, keptTerms] { bytes.append(texts: list) }
    bytes.appendVariable(units)
    bytes.appendVariable(sentences.count)
    for sentence in sentences {
      bytes.append64(sentence.source)
      bytes.append64(sentence.target)
    }
  }

  /// The hash of a hash of a source file as it is written.
  static func hash(ofSource text: String) -> UInt64 { ByteHash.value(smallLetters(of: text)[...]) }

  /// Whether the words of `ROBOTS` keep search engines away.
  private static func isHiding(_ robots: String) -> Bool {
    let words = smallLetters(of: robots)
    return hidingWords.contains { $0.first(in: words) != nil }
  }

  private static let hidingWords = ["noindex", "none"].map { ByteSearch(Array($0.utf8)) }

  /// The bytes of a text whose letters are ASCII.
  private static func smallLetters(of text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The units that both have a source and a translation, and whether they stand in a heading.
  static func pairs(of article: Article) -> [(unit: TranslationUnit, isHeading: Bool)] {
    var headings = article.headings[...]
    return article.units.filter { !$0.source.isEmpty && !$0.target.isEmpty }.map { unit in
      while let heading = headings.first, heading.line.upperBound <= unit.range.lowerBound {
        headings = headings.dropFirst()
      }
      return (unit, headings.first?.line.contains(unit.range.lowerBound) ?? false)
    }
  }
}
