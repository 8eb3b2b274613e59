internal import HjelpLocale

/// What the checks know of a language: read from its table, which is data.
///
/// A language without a table, or without a part of it, gets only the rules that need none of what
/// is missing.
struct Language: Sendable {
  /// Whether words are parted by blanks.
  private(set) var hasSpaces = true
  /// The script of its text (ISO 15924).
  private(set) var script = "Latn"
  /// Marks before decimals.
  private(set) var decimals: [[UInt8]] = []
  /// Marks between groups of digits.
  private(set) var groups: [[UInt8]] = []
  /// Number words with their values: cardinals, ordinals, and words that say a number.
  private(set) var numbers: [[UInt8]: [Int]] = [:]
  /// Forms of numbers that begin a compound or a derived word, by value.
  private(set) var parts: [Int: [[UInt8]]] = [:]
  /// Words and letters that multiply a number before them.
  private(set) var scales: [[UInt8]: Int] = [:]
  /// The names of months, by number.
  private(set) var months: [Int: [[UInt8]]] = [:]
  /// The names of the days of the week, 1 for Monday.
  private(set) var weekdays: [Int: [[UInt8]]] = [:]
  /// What stands behind a number of things.
  private(set) var counters: [[UInt8]] = []
  /// Pairs of quotes, the usual one first.
  private(set) var quotes: [(open: [UInt8], close: [UInt8])] = []
  /// The class of each mark that ends a sentence.
  private(set) var ends: [[UInt8]: SentenceEnd] = [:]
  /// Marks that a blank is usual before.
  private(set) var marksAfterSpace: Set<[UInt8]> = []
  /// The usual number of target characters for each source character.
  private(set) var length: Double?
  /// Words that are never the name of something.
  private(set) var functionWords: Set<[UInt8]> = []
  /// The same, to be counted in a text.
  private(set) var functionWordSet = WordSet([])
  /// Function words that English has and this language has not.
  private(set) var englishWordSet = WordSet([])
  /// Words that may stand twice in a row.
  private(set) var doubles: Set<[UInt8]> = []

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
    for line in table.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let key = words.first else { continue }
      read(String(key), words.dropFirst().map { Self.bytes($0) })
    }
    functionWordSet = WordSet(functionWords)
    englishWordSet = WordSet(english?.functionWords.subtracting(functionWords) ?? [])
  }

  private mutating func read(_ key: String, _ values: [[UInt8]]) {
    switch key {
    case "spaces": hasSpaces = values.first == Array("yes".utf8)
    case "script": script = values.first.map { String(decoding: $0, as: UTF8.self) } ?? script
    case "decimal": decimals += values
    case "group": groups += values
    case "cardinal", "ordinal":
      guard let value = Self.number(values.first) else { return }
      for word in values.dropFirst() { numbers[word, default: []].append(value) }
    case "part":
      guard let value = Self.number(values.first) else { return }
      parts[value, default: []] += values.dropFirst()
    case "scale":
      guard let value = Self.number(values.first) else { return }
      for word in values.dropFirst() { scales[word] = value }
    case "month":
      guard let value = Self.number(values.first) else { return }
      months[value, default: []] += values.dropFirst()
    case "weekday":
      guard let value = Self.number(values.first) else { return }
      weekdays[value, default: []] += values.dropFirst()
    case "counter": counters += values
    case "quote": if values.count == 2 { quotes.append((values[0], values[1])) }
    case "end":
      guard let end = Self.end(values.first) else { return }
      for mark in values.dropFirst() { ends[mark] = end }
    case "space-before": marksAfterSpace.formUnion(values)
    case "length":
      length = values.first.flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    case "function": functionWords.formUnion(values)
    case "may-double": doubles.formUnion(values)
    default: break
    }
  }

  private static func end(_ name: [UInt8]?) -> SentenceEnd? {
    switch name.map({ String(decoding: $0, as: UTF8.self) }) {
    case "statement": .statement
    case "question": .question
    case "exclamation": .exclamation
    case "colon": .colon
    default: nil
    }
  }

  private static func number(_ bytes: [UInt8]?) -> Int? {
    bytes.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// A value: `_` is a blank, `U+00A0` a character by its number.
  private static func bytes(_ word: Substring) -> [UInt8] {
    if word.hasPrefix("U+"), let value = UInt32(word.dropFirst(2), radix: 16),
      let scalar = Unicode.Scalar(value)
    {
      return Array(String(Character(scalar)).utf8)
    }
    return word.utf8.map { $0 == UInt8(ascii: "_") && word.utf8.count > 1 ? 0x20 : $0 }
  }
}
