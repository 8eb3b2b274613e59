/// The longest run of words that both halves of a unit have, word for word.
struct SharedRun {
  /// Where it stands in the text of the target.
  let range: Range<Int>
  /// How many words it has.
  let count: Int
  /// How many of them have small letters alone.
  let smallCount: Int

  /// The run; `nil` if there is none of so many words with nothing but blanks and markup between them.
  init?(_ pair: UnitPair, atLeast least: Int) {
    let target = TextWords(pair.sides.target, pair.target.text).words
    let source = TextWords(pair.sides.source, pair.source.text).words
    guard target.count >= least, source.count >= least, target.count * source.count < 60_000 else {
      return nil
    }
    let targetText = pair.sides.target.text
    let sourceText = pair.sides.source.text
    var best: Range<Int>?
    var lengths = [Int](repeating: 0, count: source.count + 1)
    for (row, word) in target.enumerated() {
      var previous = 0
      for (column, other) in source.enumerated() {
        let last = lengths[column + 1]
        let isSame =
          word.range.count == other.range.count
          && targetText[word.range].elementsEqual(sourceText[other.range])
        lengths[column + 1] = isSame ? (word.followsBlank ? previous : 0) + 1 : 0
        previous = last
        if lengths[column + 1] >= least, lengths[column + 1] > best?.count ?? 0 {
          best = row - lengths[column + 1] + 1..<row + 1
        }
      }
    }
    guard let best else { return nil }
    range =
      target[best.lowerBound].range.lowerBound..<target[best.upperBound - 1].range.upperBound
    count = best.count
    smallCount = best.count { index in
      let word = targetText[target[index].range]
      return word.count > 1 && word.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x27 }
    }
  }
}
