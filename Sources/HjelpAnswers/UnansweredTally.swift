/// How often each question was left unanswered, over all lines of all logs.
public struct UnansweredTally: Sendable {
  /// A text, and who asked it how often.
  public struct Entry: Sendable, Hashable {
    /// The question's text.
    public let text: String
    /// How often it was asked in each locale, the most frequent first, of equal ones in the order
    /// of their bytes.
    public let locales: [LocaleCount]
    /// How often it was asked altogether.
    public let count: Int

    /// The question in the locale that it was asked in most.
    public var question: UnansweredQuestion {
      UnansweredQuestion(text: text, locale: locales.first?.locale ?? "")
    }
  }

  /// How often a text was asked in a locale.
  public struct LocaleCount: Sendable, Hashable {
    /// The BCP 47 tag.
    public let locale: String
    /// How often; at least 1.
    public let count: Int
  }

  private var counts: [String: [String: Int]] = [:]

  /// Nothing yet.
  public init() {}

  /// Adds the count of a line.
  public mutating func add(_ line: UnansweredLine) {
    let (text, locale) = (line.question.text, line.question.locale)
    let sum = counts[text, default: [:]][locale, default: 0]
    counts[text, default: [:]][locale] = Self.sum(sum, line.count)
  }

  /// The texts, the most frequent first; of equally frequent ones in the order of their bytes.
  public var entries: [Entry] {
    let entries = counts.map { text, counts in
      Entry(
        text: text,
        locales: counts.map { LocaleCount(locale: $0.key, count: $0.value) }.sorted {
          Self.precedes(($0.count, $0.locale), ($1.count, $1.locale))
        },
        count: counts.values.reduce(0, Self.sum))
    }
    return entries.sorted { Self.precedes(($0.count, $0.text), ($1.count, $1.text)) }
  }

  private static func precedes(_ left: (Int, String), _ right: (Int, String)) -> Bool {
    left.0 == right.0 ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8) : left.0 > right.0
  }

  /// The sum, or the largest number if it would be larger: a log can hold any count.
  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : sum
  }
}
