internal import HjelpLocale
internal import HTTPTypes
internal import Synchronization

/// What the server counts.
///
/// A request touches a handful of atomic counters and takes no lock. The numbers go on over
/// releases.
final class ServerMetrics: Sendable {
  /// The classes of status that are told apart.
  static let statusClasses: [StaticString] = ["1xx", "2xx", "3xx", "4xx", "5xx"]

  private let requests = Route.allCases.map { _ in statusClasses.map { _ in Counter() } }
  private let durations = Route.allCases.map { _ in DurationHistogram() }
  private let begun = Counter()
  private let ended = Counter()
  private let answers = Mutex<[LocaleTag: AnswerCounters]>([:])

  /// Answers that were found in memory, and those that were not.
  let cacheHits = Counter()
  /// Answers that were not found in memory.
  let cacheMisses = Counter()
  /// Releases that were loaded.
  let releasesServed = Counter()
  /// Looks at the folder that found a release which cannot be served.
  let releasesRefused = Counter()
  /// Unanswered questions that were written down.
  let questionsWritten = Counter()
  /// Unanswered questions that were lost, for want of memory or of room on the disk.
  let questionsDropped = Counter()

  /// A request has come.
  func begin() { begun.add() }

  /// A request has its response.
  func end(_ route: Route, _ status: HTTPResponse.Status, after duration: Duration) {
    let known = min(max(status.code / 100, 1), Self.statusClasses.count) - 1
    requests[route.rawValue][known].add()
    durations[route.rawValue].record(duration)
    ended.add()
  }

  /// The counters of a locale's answers.
  func answers(in locale: LocaleTag) -> AnswerCounters {
    answers.withLock { answers in
      if let counters = answers[locale] { return counters }
      let counters = AnswerCounters()
      answers[locale] = counters
      return counters
    }
  }

  /// How many requests of a route had each class of status.
  func requests(_ route: Route) -> [Int] { requests[route.rawValue].map(\.value) }

  /// How long the requests of a route took.
  func durations(_ route: Route) -> DurationHistogram { durations[route.rawValue] }

  /// How many requests are being answered.
  var inFlight: Int {
    // Read in this order, the difference is never below zero.
    let ended = ended.value
    return max(0, begun.value - ended)
  }

  /// The counters of all locales that were answered in, in the order of their tags.
  var answersByLocale: [(locale: LocaleTag, counters: AnswerCounters)] {
    answers.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.locale < $1.locale }
  }
}
