internal import HjelpLocale

/// What the checks know of a language: read from its table, which is data.
///
/// A language without a table, or without a part of it, gets only the rules that need none of what
/// is missing.
final class Language: Sendable {
  /// Whether words are parted by blanks.
  let hasSpaces: Bool
  /// Marks before decimals.
  let decimals: [[UInt8]]
  /// Marks between groups of digits.
  let groups: [[UInt8]]
  /// Number words with their values: cardinals, ordinals, and words that say a number.
  let numbers: [[UInt8]: [Int]]
  /// Forms of numbers that begin a compound or a derived word, by value.
  let parts: [Int: [[UInt8]]]
  /// Words and letters that multiply a number before them.
  let scales: [[UInt8]: Int]
  /// The names of months, by number.
  let months: [Int: [[UInt8]]]
  /// What stands behind a number of things.
  let counters: [[UInt8]]
  /// Pairs of quotes, the usual one first.
  let quotes: [(open: [UInt8], close: [UInt8])]
  /// The class of each mark that ends a sentence.
  let ends: [(mark: [UInt8], kind: SentenceEnd)]
  /// Marks that a blank is usual before.
  let marksAfterSpace: Set<[UInt8]>
  /// The usual number of target characters for each source character.
  let length: Double?
  /// Words that are never the name of something.
  let functionWords: Set<[UInt8]>
  /// The same, to be counted in a text.
  let functionWordSet: WordSet
  /// Function words that English has and this language has not.
  let englishWordSet: WordSet
  /// Words that may stand twice in a row.
  let doubles: Set<[UInt8]>

  /// The classes of marks at the end of a sentence.
  enum SentenceEnd: Sendable {
    case statement, question, exclamation, colon
  }

  /// The table of a locale's language; `nil` if there is none.
  static func table(for locale: LocaleTag) -> Language? {
    switch locale.language {
    case "nb", "no": nb
    case "nn": nn
    case "da": da
    case "sv": sv
    case "de": de
    case "fr": fr
    case "es": es
    case "pt": pt
    case "it": it
    case "nl": nl
    case "ja": ja
    case "ko": ko
    case "ar": ar
    case "en": en
    case "zh": locale.likelyScript == "Hans" ? zhHans : nil
    default: nil
    }
  }

  static let nb = Language(LanguageData.nb, beside: .en)
  static let nn = Language(LanguageData.nn, beside: .en)
  static let da = Language(LanguageData.da, beside: .en)
  static let sv = Language(LanguageData.sv, beside: .en)
  static let de = Language(LanguageData.de, beside: .en)
  static let fr = Language(LanguageData.fr, beside: .en)
  static let es = Language(LanguageData.es, beside: .en)
  static let pt = Language(LanguageData.pt, beside: .en)
  static let it = Language(LanguageData.it, beside: .en)
  static let nl = Language(LanguageData.nl, beside: .en)
  static let ja = Language(LanguageData.ja, beside: .en)
  static let zhHans = Language(LanguageData.zhHans, beside: .en)
  static let ko = Language(LanguageData.ko, beside: .en)
  static let ar = Language(LanguageData.ar, beside: .en)
  static let en = Language(LanguageData.en)

  /// Reads a table.
  ///
  /// - Parameter english: The table of English, to know the words that English alone has.
  init(_ table: StaticString, beside english: Language? = nil) {
    var reader = LanguageReader()
    reader.read(table)
    hasSpaces = reader.hasSpaces
    decimals = reader.decimals
    groups = reader.groups
    numbers = reader.numbers
    parts = reader.parts
    scales = reader.scales
    months = reader.months
    counters = reader.counters
    quotes = reader.quotes
    ends = reader.ends
    marksAfterSpace = reader.marksAfterSpace
    length = reader.length
    functionWords = reader.functionWords
    doubles = reader.doubles
    functionWordSet = WordSet(reader.functionWords)
    // A single letter says little: Portuguese has `a` too.
    englishWordSet = WordSet(
      english?.functionWords.subtracting(reader.functionWords).filter { $0.count > 1 } ?? [])
  }
}
