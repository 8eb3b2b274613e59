internal import Synchronization

/// A number that only grows, and that any thread can add to.
///
/// A class, since an atomic value cannot be copied: each has a place in memory of its own.
final class Counter: Sendable {
  private let number = Atomic<Int>(0)

  /// Adds to it.
  func add(_ more: Int = 1) { number.wrappingAdd(more, ordering: .relaxed) }

  /// The number now.
  var value: Int { number.load(ordering: .relaxed) }
}
