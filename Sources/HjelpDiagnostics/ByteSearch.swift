/// Finds a byte string in others, by steps as long as the string where a byte does not occur in it
/// (Horspool 1980).
package struct ByteSearch: Sendable {
  /// What is looked for; not empty.
  package let pattern: [UInt8]
  /// How far the pattern moves on, by the byte below its end.
  private let steps: [Int]

  /// A search for `pattern`, which holds at least one byte.
  package init(_ pattern: [UInt8]) {
    precondition(!pattern.isEmpty, "there is nothing to look for")
    self.pattern = pattern
    var steps = [Int](repeating: pattern.count, count: 256)
    for (place, byte) in pattern.dropLast().enumerated() {
      steps[Int(byte)] = pattern.count - 1 - place
    }
    self.steps = steps
  }

  /// Where the pattern first begins at `start` or behind it.
  package func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    let text = bytes.span
    let pattern = pattern.span
    let steps = steps.span
    var end = start + pattern.count - 1
    while end < text.count {
      var back = 0
      while back < pattern.count, text[end - back] == pattern[pattern.count - 1 - back] {
        back += 1
      }
      if back == pattern.count { return end - back + 1 }
      end += steps[Int(text[end])]
    }
    return nil
  }
}
