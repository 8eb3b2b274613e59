internal import Synchronization

/// The room for articles that are kept where others are read again: to read one of a megabyte twice may
/// take as long as all else.
final class LargeArticles: Sendable {
  /// From as many bytes on an article is a large one.
  private static let size = 1 << 17
  private let room = Atomic(8 << 20)

  /// Whether an article of so many bytes is kept.
  func take(_ size: Int) -> Bool {
    guard size >= Self.size else { return false }
    return room.subtract(size, ordering: .relaxed).newValue >= 0
  }
}
