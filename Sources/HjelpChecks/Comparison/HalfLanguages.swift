internal import HjelpLocale

/// Tells whether the halves of a unit are in each other's language.
struct HalfLanguages {
  /// The function words of both languages; those that both have count on both sides.
  private let source: WordSet
  private let target: WordSet
  private let hasTable: Bool
  private let isUnspaced: Bool

  init?(_ sides: PairedSides) {
    guard let language = sides.sourceLanguage, sides.locale.language != sides.sourceLocale.language
    else { return nil }
    source = language.functionWordSet
    target = sides.language?.functionWordSet ?? WordSet([])
    hasTable = !(sides.language?.functionWords.isEmpty ?? true)
    isUnspaced = sides.isUnspaced
  }

  /// Whether the target is in the source's language and the source in the target's.
  func areExchanged(_ pair: UnitPair) -> Bool {
    if isUnspaced {
      guard !pair.target.bytes.containsLead(in: Self.wide),
        pair.source.bytes.containsLead(in: Self.wide)
      else { return false }
      let letters = Self.letters(pair.targetText)
      return letters.wide == 0 && letters.narrow >= 3 && Self.letters(pair.sourceText).wide >= 3
    }
    guard hasTable else { return false }
    let first = source.count(in: pair.targetText)
    guard first > 0 else { return false }
    let score = first - target.count(in: pair.targetText)
    guard score > 0 else { return false }
    let other = target.count(in: pair.sourceText) - source.count(in: pair.sourceText)
    return other >= 1 && score + other >= 3
  }

  /// The first bytes of kana, Han and Hangul, as bits from 0xC0 on.
  private static let wide: UInt64 = (0xE3...0xED).reduce(0) { $0 | 1 << ($1 - 0xC0) }

  /// How many letters are ASCII, and how many are kana, Han or Hangul.
  private static func letters(_ text: ArraySlice<UInt8>) -> (narrow: Int, wide: Int) {
    var result = (narrow: 0, wide: 0)
    for byte in text {
      if TextBytes.isLetter(byte) {
        result.narrow += 1
      } else if (0xE3...0xED).contains(byte) {
        result.wide += 1
      }
    }
    return result
  }
}
