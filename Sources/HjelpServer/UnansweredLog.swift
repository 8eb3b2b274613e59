internal import HjelpAnswers
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization

/// Counts the questions without an answer, and writes the counts to a file every few seconds.
///
/// A request adds one to a count in memory and goes on. The file is written on a thread of its own;
/// if it cannot be, its disk being full say, the counts of that time are lost, which is said once.
/// After a kill that leaves no time, those of the last few seconds are lost.
final class UnansweredLog: Service {
  /// How many different questions are counted between two writes; more are dropped.
  static let capacity = 4096

  private struct Pending {
    var counts: [UnansweredQuestion: Int] = [:]
    var dropped = 0
  }

  private let pending = Mutex(Pending())
  private let file: UnansweredFile
  private let interval: Duration
  private let metrics: ServerMetrics
  private let log: ServerLog
  /// Whether the last write failed.
  private let isFailing = Mutex(false)

  /// A log in a file, which is made if it is not there.
  ///
  /// - Throws: The reason why nothing can be written there.
  init(
    path: String, interval: Duration = .seconds(3), metrics: ServerMetrics, log: ServerLog
  ) throws(UnansweredFile.Failure) {
    file = UnansweredFile(path: path)
    self.interval = interval
    self.metrics = metrics
    self.log = log
    try file.append([])
  }

  /// Counts a question.
  func note(_ question: UnansweredQuestion) {
    pending.withLock { pending in
      if pending.counts.count >= Self.capacity, pending.counts[question] == nil {
        pending.dropped += 1
      } else {
        pending.counts[question, default: 0] += 1
      }
    }
  }

  /// Writes every few seconds until the server stops, and then a last time.
  func run() async throws {
    await cancelWhenGracefulShutdown { [self] in
      while !Task.isCancelled {
        try? await Task.sleep(for: interval)
        guard !Task.isCancelled else { break }
        try? await NIOThreadPool.singleton.runIfActive { self.flush() }
      }
    }
    flush()
  }

  /// Writes what was counted since the last time, in the order of the texts' bytes.
  func flush() {
    let counted = pending.withLock { pending in
      defer { pending = Pending() }
      return pending
    }
    guard !counted.counts.isEmpty else { return }
    let time = UTCTime.now(fraction: false)
    var bytes: [UInt8] = []
    let questions = counted.counts.sorted { left, right in
      (left.key.text, left.key.locale) < (right.key.text, right.key.locale)
    }
    for (question, count) in questions {
      bytes += UnansweredLine(time: time, question: question, count: count).json
      bytes.append(UInt8(ascii: "\n"))
    }
    let sum = counted.counts.values.reduce(0, +)
    do {
      try file.append(bytes)
      metrics.questionsWritten.add(sum)
      metrics.questionsDropped.add(counted.dropped)
      if isFailing.withLock({ swap(&$0, with: false) }) {
        log.event("unanswered.resumed", [("file", .text(file.path))])
      }
    } catch {
      metrics.questionsDropped.add(sum + counted.dropped)
      guard !isFailing.withLock({ swap(&$0, with: true) }) else { return }
      log.event(
        "unanswered.dropped", level: .error,
        [("file", .text(file.path)), ("reason", .text(error.description))])
    }
  }

  /// Puts a value in the place of another, which is returned.
  private func swap(_ value: inout Bool, with other: Bool) -> Bool {
    defer { value = other }
    return value
  }
}
