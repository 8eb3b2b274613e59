internal import HjelpAnswers
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization

/// Counts the questions without an answer, and writes the counts to a file or a database every few
/// seconds.
///
/// A request adds one to a count in memory and goes on. What is written is so on a thread of its own. If
/// a file cannot be, its disk being full say, the counts of that time are lost, which is said once; while
/// a database is away they are kept. After a kill that leaves no time, those of the last few seconds are
/// lost.
final class UnansweredLog: Service {
  /// How many different questions are counted between two writes; more are dropped.
  static let capacity = 4096

  private struct Pending {
    var counts: [UnansweredQuestion: Int] = [:]
    var dropped = 0
  }

  /// What is to be written.
  private struct Waiting {
    struct Key: Hashable {
      let day: Substring
      let question: UnansweredQuestion
    }

    /// What was tried already. It may have arrived without our knowing, so it stays as it is.
    var batch: UnansweredBatch?
    /// What came since, with the time of the last one.
    var counts: [Key: (time: String, count: Int)] = [:]

    /// How often questions were asked that are not written yet.
    var sum: Int {
      counts.values.reduce(0) { $0 + $1.count } + (batch?.lines.reduce(0) { $0 + $1.count } ?? 0)
    }

    /// The next to write, in the order of days and of the texts' bytes.
    mutating func next() -> UnansweredBatch? {
      if batch == nil, !counts.isEmpty {
        let lines = counts.map { key, value in
          (key.day, UnansweredLine(time: value.time, question: key.question, count: value.count))
        }
        let sorted = lines.sorted { left, right in
          (left.0, left.1.question.text, left.1.question.locale)
            < (right.0, right.1.question.text, right.1.question.locale)
        }
        batch = UnansweredBatch(lines: sorted.map(\.1))
        counts = [:]
      }
      return batch
    }
  }

  private let pending = Mutex(Pending())
  /// Held while it is written.
  private let waiting = Mutex(Waiting())
  private let store: any UnansweredStore
  private let interval: Duration
  private let metrics: ServerMetrics
  private let log: ServerLog
  /// Whether the last write failed.
  private let isFailing = Mutex(false)

  /// A log that is written to a store.
  init(
    store: any UnansweredStore, interval: Duration = .seconds(3), metrics: ServerMetrics,
    log: ServerLog
  ) {
    self.store = store
    self.interval = interval
    self.metrics = metrics
    self.log = log
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
      try? await NIOThreadPool.singleton.runIfActive { self.prepare() }
      while !Task.isCancelled {
        try? await Task.sleep(for: interval)
        guard !Task.isCancelled else { break }
        try? await NIOThreadPool.singleton.runIfActive { self.flush() }
      }
    }
    flush()
    giveUp()
  }

  /// Says at once if the store cannot be written.
  private func prepare() {
    do throws(UnansweredFailure) { try store.prepare() } catch { failed(error, lost: 0) }
  }

  /// Writes what was counted since the last time, after what could not be written then.
  func flush() {
    let counted = pending.withLock { pending in
      defer { pending = Pending() }
      return pending
    }
    waiting.withLock { waiting in
      metrics.questionsDropped.add(
        counted.dropped + Self.move(counted.counts, to: &waiting.counts))
      while let batch = waiting.next() {
        let sum = batch.lines.reduce(0) { $0 + $1.count }
        do throws(UnansweredFailure) {
          try store.store(batch)
          metrics.questionsWritten.add(sum)
          if isFailing.withLock({ swap(&$0, with: false) }) {
            log.event("unanswered.resumed", [store.field])
          }
        } catch {
          failed(error, lost: error.isLasting ? sum : 0)
          guard error.isLasting else { return }
        }
        waiting.batch = nil
      }
    }
  }

  /// Adds counts to those that wait; gives how often the questions were asked that found no room.
  private static func move(
    _ counts: [UnansweredQuestion: Int],
    to waiting: inout [Waiting.Key: (time: String, count: Int)]
  ) -> Int {
    guard !counts.isEmpty else { return 0 }
    let time = UTCTime.now(fraction: false)
    var lost = 0
    for (question, count) in counts {
      let key = Waiting.Key(day: time.prefix(10), question: question)
      if let old = waiting[key] {
        waiting[key] = (time, old.count + count)
      } else if waiting.count < capacity {
        waiting[key] = (time, count)
      } else {
        lost += count
      }
    }
    return lost
  }

  /// Says once that the store fails.
  private func failed(_ failure: UnansweredFailure, lost: Int) {
    metrics.questionsDropped.add(lost)
    guard !isFailing.withLock({ swap(&$0, with: true) }) else { return }
    log.event(
      failure.isLasting ? "unanswered.dropped" : "unanswered.waiting", level: .error,
      [store.field, ("reason", .text(failure.description))])
  }

  /// Says what is lost as the server stops.
  private func giveUp() {
    let lost = waiting.withLock(\.sum)
    guard lost > 0 else { return }
    metrics.questionsDropped.add(lost)
    log.event(
      "unanswered.dropped", level: .error, [store.field, ("questions", .number(lost))])
  }

  /// Puts a value in the place of another, which is returned.
  private func swap(_ value: inout Bool, with other: Bool) -> Bool {
    defer { value = other }
    return value
  }
}
