internal import HjelpLookup

/// How many answers of one locale had which status.
final class AnswerCounters: Sendable {
  private let match = Counter()
  private let candidates = Counter()
  private let ambiguous = Counter()
  private let none = Counter()

  /// The counter of a status.
  subscript(status: LookupStatus) -> Counter {
    switch status {
    case .match: match
    case .candidates: candidates
    case .ambiguous: ambiguous
    case .none: none
    }
  }
}
