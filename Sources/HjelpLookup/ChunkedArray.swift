/// A long array that is never moved as it grows: at no time is there a second one.
struct ChunkedArray<Element: Sendable>: Sendable {
  /// As many elements as a piece of memory holds, a power of two.
  private static var shift: Int { 14 }

  private var chunks: [[Element]] = []
  /// The number of elements.
  private(set) var count = 0

  /// Adds an element.
  mutating func append(_ element: Element) {
    if count & (1 << Self.shift - 1) == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(1 << Self.shift)
    }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  subscript(_ index: Int) -> Element {
    chunks[index >> Self.shift][index & (1 << Self.shift - 1)]
  }
}
