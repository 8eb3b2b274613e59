/// Looks for a name of the source in the target's text.
struct TokenSearch {
  let pair: UnitPair

  /// Whether the name stands in the target as a word of its own, in any case of ASCII letters.
  ///
  /// An ASCII or Latin letter glued on counts as lost, one of another script does not.
  ///
  /// - Parameter joins: Bytes that would belong to the name if they stood before it.
  func contains(_ name: ArraySlice<UInt8>, joins: Set<UInt8> = []) -> Bool {
    let text = pair.sides.target.text
    let limit = pair.target.text
    guard let first = name.first, name.count <= limit.count else { return false }
    let small = TextBytes.lowered(first)
    var index = limit.lowerBound
    while index + name.count <= limit.upperBound {
      if TextBytes.lowered(text[index]) == small,
        TextBytes.equalsIgnoringCase(text[index..<index + name.count], name),
        isBounded(index..<index + name.count, joins)
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Where the name stands if blanks in it do not count; `nil` if it does not stand there at all.
  func spaced(_ name: ArraySlice<UInt8>) -> Range<Int>? {
    let text = pair.sides.target.text
    let limit = pair.target.text
    guard let first = name.first else { return nil }
    for start in limit
    where TextBytes.lowered(text[start]) == TextBytes.lowered(first) {
      var index = start
      var blanks = 0
      var place = name.startIndex
      while place < name.endIndex, index < limit.upperBound {
        if TextBytes.lowered(text[index]) == TextBytes.lowered(name[place]) {
          place += 1
        } else if text[index] == 0x20, place > name.startIndex, blanks < 4 {
          blanks += 1
        } else {
          break
        }
        index += 1
      }
      if place == name.endIndex, blanks > 0, isBounded(start..<index, []) { return start..<index }
    }
    return nil
  }

  /// Whether no letter is glued to a range: ASCII or Latin ones; letters of other scripts touch names
  /// in running text (`Outlookで`, `و5.7.750`).
  private func isBounded(_ range: Range<Int>, _ joins: Set<UInt8>) -> Bool {
    let text = pair.sides.target.text
    let limit = pair.target.text
    if range.lowerBound > limit.lowerBound {
      let before = text[range.lowerBound - 1]
      if joins.contains(before) { return false }
      if TextBytes.isASCIIWord(text[range.lowerBound]) {
        if TextBytes.isASCIIWord(before) { return false }
        if before >= 0x80 {
          let start = TextBytes.characterStart(
            text, before: range.lowerBound, limit: limit.lowerBound)
          if (0xC3...0xCA).contains(text[start]) { return false }
        }
      } else if text[range.lowerBound] == 0x2D, TextBytes.isASCIIWord(before) {
        return false
      }
    }
    if range.upperBound < limit.upperBound, TextBytes.isASCIIWord(text[range.upperBound - 1]) {
      let after = text[range.upperBound]
      if TextBytes.isASCIIWord(after) || (0xC3...0xCA).contains(after) { return false }
    }
    return true
  }
}
