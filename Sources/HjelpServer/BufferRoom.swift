internal import Synchronization

/// How many bytes the files of a release may take as they are sent, beside the form they are kept in.
///
/// The first files that are asked for get the room: a copy of a page for each request costs more than
/// all else that a page needs and a constant does not.
final class BufferRoom: Sendable {
  private let left: Atomic<Int>

  /// Room for so many bytes.
  init(bytes: Int) { left = Atomic(bytes) }

  /// Takes room; false if there is not enough.
  func take(_ bytes: Int) -> Bool {
    let (_, rest) = left.subtract(bytes, ordering: .relaxed)
    if rest >= 0 { return true }
    left.add(bytes, ordering: .relaxed)
    return false
  }
}
