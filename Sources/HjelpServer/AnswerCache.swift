internal import Synchronization

/// Keeps the answers of a release that were asked for lately.
///
/// Products show the same messages over and over, so that few texts make most of the requests.
/// Answers are a function of what was asked, and a release never changes: what is kept never gets
/// stale, and goes with its release.
///
/// The memory is bounded. Each of the parts holds two generations: a new answer goes into the young
/// one; when that is full it becomes the old one, and the old one is dropped; what is found in the
/// old one goes into the young one again.
final class AnswerCache<Key: AnswerKey>: Sendable {
  private struct Part {
    var young: [Key: WrittenAnswer] = [:]
    var old: [Key: WrittenAnswer] = [:]
    /// What the young ones take, in bytes, about.
    var size = 0

    mutating func insert(_ answer: WrittenAnswer, for key: Key, limit: Int) {
      if size >= limit {
        old = young
        young = [:]
        size = 0
      }
      guard young.updateValue(answer, forKey: key) == nil else { return }
      // Tag, counter, question, and the table's own.
      size += answer.json.count + key.size + 300
    }
  }

  /// A part has a lock, so that two requests hardly ever wait for each other.
  private final class LockedPart: Sendable {
    let part = Mutex(Part())
  }

  private let parts: [LockedPart]
  private let limit: Int

  /// An empty cache.
  ///
  /// - Parameter capacity: how many bytes it takes at most, about; 0 keeps nothing.
  init(capacity: Int) {
    parts = (0..<8).map { _ in LockedPart() }
    limit = capacity / (2 * parts.count)
  }

  /// The answer that is kept for a key.
  subscript(key: Key) -> WrittenAnswer? {
    part(of: key).part.withLock { part in
      if let answer = part.young[key] { return answer }
      guard let answer = part.old[key] else { return nil }
      part.insert(answer, for: key, limit: limit)
      return answer
    }
  }

  /// Keeps an answer.
  func insert(_ answer: WrittenAnswer, for key: Key) {
    guard limit > 0 else { return }
    part(of: key).part.withLock { $0.insert(answer, for: key, limit: limit) }
  }

  private func part(of key: Key) -> LockedPart { parts[key.mix % parts.count] }
}
