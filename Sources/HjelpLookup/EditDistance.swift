/// How like two words are: few changed letters, or a long common beginning.
struct EditDistance {
  private let word: [UInt8]
  private var rows: [Int]

  /// Prepares to compare with `word`, a key of the vocabulary.
  init(_ word: [UInt8]) {
    self.word = word
    rows = Array(repeating: 0, count: 3 * EditDistance.width)
  }

  /// From 0, nothing in common, to 16.
  mutating func likeness(to other: [UInt8]) -> Int {
    let length = max(word.count, other.count) - 1
    guard length <= 48, abs(word.count - other.count) <= 12 else { return 0 }
    let allowed = length < 5 ? 1 : length < 9 ? 2 : 3
    var like = 0
    if abs(word.count - other.count) <= allowed {
      let distance = distance(to: other, limit: allowed)
      if distance <= allowed {
        like = 16 - distance * (length < 6 ? 4 : length < 9 ? 3 : 2)
      }
    }
    var common = 0
    while common < min(word.count, other.count), word[common] == other[common] { common += 1 }
    common -= 1
    if common >= 4, common * 5 >= length * 3 {
      like = max(like, 16 * common / (length + 2))
    }
    return like
  }

  /// The number of letters to insert, remove, replace or exchange; above `limit` any number.
  ///
  /// Only the band around the diagonal is looked at: outside of it the limit is passed anyway.
  private mutating func distance(to other: [UInt8], limit: Int) -> Int {
    let width = EditDistance.width
    var (before, above, current) = (0, width, 2 * width)
    for column in 0...other.count { rows[above + column] = column }
    for row in 1...word.count {
      let low = max(1, row - limit)
      let high = min(other.count, row + limit)
      guard low <= high else { return limit + 1 }
      rows[current + low - 1] = low == 1 ? row : width
      var least = rows[current + low - 1]
      for column in low...high {
        let isSame = word[row - 1] == other[column - 1]
        var cost = min(rows[above + column], rows[current + column - 1]) + 1
        cost = min(cost, rows[above + column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, word[row - 1] == other[column - 2],
          word[row - 2] == other[column - 1]
        {
          cost = min(cost, rows[before + column - 2] + 1)
        }
        rows[current + column] = cost
        least = min(least, cost)
      }
      if high < other.count { rows[current + high + 1] = width }
      if least > limit { return least }
      (before, above, current) = (above, current, before)
    }
    return rows[above + other.count]
  }

  private static let width = 64
}
