/// Finds what somebody meant who wrote something near it.
public enum Suggestion {
  /// The candidate nearest to `word`, at most two edits and a third of its length away.
  ///
  /// Of equally near ones the first; case is ignored at half the price of an edit.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.utf8.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      // An edit changes the length by one at most.
      guard abs(candidate.utf8.count - word.utf8.count) <= 2,
        sharesLetters(wanted, candidate.utf8)
      else { continue }
      let distance = editDistance(wanted, Array(candidate.utf8.prefix(64)))
      guard distance <= 2, distance * 3 <= max(wanted.count, 3) else { continue }
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Whether two words could be two edits apart: each edit changes two letters of the set at most.
  private static func sharesLetters(
    _ left: [UInt8], _ right: some Sequence<UInt8>
  ) -> Bool {
    func letters(_ word: some Sequence<UInt8>) -> UInt64 {
      word.reduce(0) { $0 | 1 << UInt64(lowered($1) & 63) }
    }
    return (letters(left) ^ letters(right)).nonzeroBitCount <= 4
  }

  /// The least number of insertions, removals, replacements and exchanges of neighbours that turn
  /// one word into the other, letters compared without case.
  public static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let same = lowered(left[row]) == lowered(right[column])
        var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
  }
}
