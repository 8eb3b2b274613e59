/// How many requests took how long.
struct DurationHistogram: Sendable {
  /// The bounds of the buckets in nanoseconds, ascending; the last bucket has none.
  static let bounds = [
    50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000,
    100_000_000, 1_000_000_000,
  ]

  /// The durations in each bucket alone.
  private let buckets = (0...bounds.count).map { _ in Counter() }
  private let nanoseconds = Counter()

  /// Adds a duration.
  func record(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let time = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    let bucket = Self.bounds.firstIndex { time <= $0 } ?? Self.bounds.count
    buckets[bucket].add()
    nanoseconds.add(time)
  }

  /// How many durations lie at or below each bound, and all of them at last.
  var cumulative: [Int] {
    var sum = 0
    return buckets.map { bucket in
      sum += bucket.value
      return sum
    }
  }

  /// The durations together, in nanoseconds.
  var sum: Int { nanoseconds.value }
}
