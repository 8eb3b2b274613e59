public import HjelpDiagnostics

/// The findings that are known: what they are about and how often, never where they stand.
public struct Baseline: Sendable {
  /// How often each finding is known.
  public private(set) var counts: [FindingKey: Int] = [:]

  /// A baseline without findings.
  public init() {}

  /// A baseline of all these findings.
  public init(_ keys: some Sequence<FindingKey>) {
    for key in keys { add(key, count: 1) }
  }

  /// Makes a finding known.
  public mutating func add(_ key: FindingKey, count: Int) { counts[key, default: 0] += count }

  /// The keys in the order of a file, each with its count.
  public var entries: [(key: FindingKey, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// How many findings are known.
  public var total: Int { counts.values.reduce(0, +) }

  /// The indices of the findings that are not known, and the part of the baseline that no finding
  /// needs any more.
  ///
  /// Of several findings with one key the first ones are the known ones.
  public func compared(with keys: [FindingKey]) -> (new: [Int], stale: Baseline) {
    var rest = self
    var new: [Int] = []
    for (index, key) in keys.enumerated() {
      if let count = rest.counts[key] {
        rest.counts[key] = count > 1 ? count - 1 : nil
      } else {
        new.append(index)
      }
    }
    return (new, rest)
  }

  /// The baseline without what another one holds.
  public func subtracting(_ other: Baseline) -> Baseline {
    var result = self
    for (key, count) in other.counts {
      let left = (result.counts[key] ?? 0) - count
      result.counts[key] = left > 0 ? left : nil
    }
    return result
  }

  /// The part whose files fulfil a condition.
  public func filtered(_ isIncluded: (FindingKey) -> Bool) -> Baseline {
    var result = self
    result.counts = counts.filter { isIncluded($0.key) }
    return result
  }
}
