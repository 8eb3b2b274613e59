/// Looks for translations of a term in a target, inflected as they may be.
struct TermSearch {
  private let pair: UnitPair
  private let text: [UInt8]

  init(_ pair: UnitPair) {
    self.pair = pair
    text = LetterCase.lowered(pair.targetText)
  }

  /// Where a translation stands in the text of its side: its first place, in any inflection.
  ///
  /// Each word is sought by its stem, and the words must follow each other. Compounds count, since a
  /// stem may stand within a word: `katalogsynkroniseringen`.
  func place(of translation: String) -> Range<Int>? {
    let words = LetterCase.lowered(Array(translation.utf8)[...]).split(separator: 0x20)
    let stems = words.map { Self.stem($0) }
    guard let first = stems.first, !first.isEmpty else { return nil }
    var index = 0
    while index + first.count <= text.count {
      if text[index..<index + first.count].elementsEqual(first),
        let end = end(of: stems, from: index)
      {
        let start = pair.target.text.lowerBound
        return start + index..<start + end
      }
      index += 1
    }
    return nil
  }

  /// The end of the words that begin at a place; `nil` if not all of them stand there.
  private func end(of stems: [ArraySlice<UInt8>], from start: Int) -> Int? {
    var index = start
    for (number, stem) in stems.enumerated() {
      if number > 0 {
        guard index < text.count, text[index] == 0x20 || text[index] == UInt8(ascii: "-") else {
          return nil
        }
        index += 1
      }
      guard index + stem.count <= text.count,
        text[index..<index + stem.count].elementsEqual(stem)
      else { return nil }
      index += stem.count
      while index < text.count, TextBytes.isWord(text[index]), !pair.isUnspaced { index += 1 }
    }
    return index
  }

  /// A word without the ending that inflection changes: a fifth of it at most.
  private static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var stem = word
    var most = word.count / 5
    while most > 0, let last = stem.last, endings.contains(last) {
      stem = stem.dropLast()
      most -= 1
    }
    return stem
  }

  private static let endings = Set("aeiourtns".utf8)
}
