public import HjelpLookup

/// How a set of queries was answered.
///
/// An answer is given when the status is `match` or `ambiguous`. It is right when the first article is
/// a right one, with `ambiguous` when one of the first five is.
public struct EvaluationFigures: Sendable, Hashable {
  /// The confidence from which an answer counts as a confident one.
  public static let confidentFrom = 0.9

  /// All queries.
  public private(set) var queries = 0
  /// Queries that have a right answer.
  public private(set) var answerable = 0
  /// Queries whose first article is a right one, whatever the status.
  public private(set) var first = 0
  /// Queries with a right article among the first five, whatever the status.
  public private(set) var five = 0
  /// Answerable queries with a right answer.
  public private(set) var right = 0
  /// Answerable queries with a wrong answer.
  public private(set) var wrong = 0
  /// Answers to queries that have none.
  public private(set) var falsePositives = 0
  /// Answers whose first article has at least ``confidentFrom``.
  public private(set) var confident = 0
  /// Those of them that are right.
  public private(set) var confidentRight = 0

  /// Figures of no query.
  public init() {}

  /// Queries that have no right answer.
  public var unanswerable: Int { queries - answerable }

  /// The share that was treated right: a right answer, or none where there is none; 1 without queries.
  public var share: Double { Self.share(right + unanswerable - falsePositives, of: queries) }

  /// The share of the answerable queries with a right article among the first five.
  public var shareInFive: Double { Self.share(five, of: answerable) }

  /// The share of the confident answers that are right.
  public var shareOfConfident: Double { Self.share(confidentRight, of: confident) }

  /// Counts the answer to a query.
  public mutating func count(_ answer: LookupAnswer, to query: EvaluationQuery) {
    let isRelevant = answer.answers.prefix(5).map { match in
      query.relevant.contains { $0.utf8.elementsEqual(match.id.utf8) }
    }
    let isFirst = isRelevant.first ?? false
    let isInFive = isRelevant.contains(true)
    let isGiven = answer.status == .match || answer.status == .ambiguous
    let isRight = isGiven && (answer.status == .match ? isFirst : isInFive)
    queries += 1
    first += isFirst ? 1 : 0
    five += isInFive ? 1 : 0
    if query.relevant.isEmpty {
      falsePositives += isGiven ? 1 : 0
    } else {
      answerable += 1
      right += isRight ? 1 : 0
      wrong += isGiven && !isRight ? 1 : 0
    }
    if isGiven, let best = answer.answers.first, best.confidence >= Self.confidentFrom {
      confident += 1
      confidentRight += isRight ? 1 : 0
    }
  }

  /// The figures of both.
  public mutating func add(_ other: EvaluationFigures) {
    queries += other.queries
    answerable += other.answerable
    first += other.first
    five += other.five
    right += other.right
    wrong += other.wrong
    falsePositives += other.falsePositives
    confident += other.confident
    confidentRight += other.confidentRight
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}
