internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale

/// The sentences that a locale translates in several ways.
struct SentenceIndex {
  /// A sentence in one locale; headings are compared with headings.
  private struct Key: Hashable {
    var locale: LocaleTag
    var isHeading: Bool
    var source: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      hasher.combine(isHeading)
      hasher.combine(ByteHash.value(source))
    }
  }

  /// A translation and how often it is used.
  private struct Translation {
    var text: ArraySlice<UInt8>
    var count: Int
    var isHuman: Bool
  }

  private var translations: [Key: [Translation]] = [:]
  private let source: LocaleTag

  init(_ files: [ArticleFile], source: LocaleTag) {
    self.source = source
    let sentences = files.reduce(0) { $0 + ($1.isSketch ? $1.sentences.count : 8) }
    translations.reserveCapacity(sentences)
    for file in files where file.isBuildable {
      let isHuman = Self.isHuman(file)
      Self.forEachUnit(of: file, locale: Content.locale(of: file, source: source)) {
        key, _, target in
        if let place = translations[key]?.firstIndex(where: { $0.text == target }) {
          translations[key]?[place].count += 1
          if isHuman { translations[key]?[place].isHuman = true }
        } else {
          translations[key, default: []].append(
            Translation(text: target, count: 1, isHuman: isHuman))
        }
      }
    }
    translations = translations.filter { $0.value.count > 1 }
  }

  /// The units of a file whose sentence is translated otherwise elsewhere.
  func otherTranslations(_ file: ArticleFile) -> [String: TermFacts.OtherTranslations] {
    var found: [String: TermFacts.OtherTranslations] = [:]
    guard file.isBuildable, !file.isSketch, !translations.isEmpty else { return found }
    Self.forEachUnit(of: file, locale: Content.locale(of: file, source: source)) {
      key, unit, target in
      guard let all = translations[key],
        let best = all.max(by: { Self.isBetter($1, than: $0) }), best.text != target
      else { return }
      found[unit] = .init(count: all.count, proposed: Self.clipped(best.text))
    }
    return found
  }

  private static func isBetter(_ left: Translation, than right: Translation) -> Bool {
    if left.isHuman != right.isHuman { return left.isHuman }
    if left.count != right.count { return left.count > right.count }
    return left.text.lexicographicallyPrecedes(right.text)
  }

  private static func isHuman(_ file: ArticleFile) -> Bool {
    file.article.frontMatter?.text("ms.translationtype") == "HT"
  }

  private static func forEachUnit(
    of file: ArticleFile, locale: LocaleTag,
    _ body: (Key, _ unit: String, _ target: ArraySlice<UInt8>) -> Void
  ) {
    for sentence in file.sentences {
      body(
        Key(locale: locale, isHeading: sentence.isHeading, source: sentence.source[...]), "",
        sentence.target[...])
    }
    guard !file.isSketch else { return }
    let article = file.article
    let bytes = article.file.bytes
    var headings = article.headings[...]
    for unit in article.units where !unit.source.isEmpty && !unit.target.isEmpty {
      while let heading = headings.first, heading.line.upperBound <= unit.range.lowerBound {
        headings = headings.dropFirst()
      }
      let isHeading = headings.first?.line.contains(unit.range.lowerBound) ?? false
      body(
        Key(locale: locale, isHeading: isHeading, source: bytes[unit.source]), unit.name,
        bytes[unit.target])
    }
  }

  /// The start of a translation for a message.
  private static func clipped(_ text: ArraySlice<UInt8>) -> String {
    var end = min(text.startIndex + 120, text.endIndex)
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    let shown = String(decoding: text[..<end], as: UTF8.self)
    return end < text.endIndex ? shown + "…" : shown
  }
}
