/// The words of a unit's text that are prose: not code, not an address.
struct TextWords {
  /// A word, in the text of its side.
  struct Word {
    var range: Range<Int>
    /// Whether only blanks stand between it and the word before it.
    var followsBlank: Bool
  }

  private(set) var words: [Word] = []

  init(_ side: SideContent, _ range: Range<Int>) {
    let text = side.text
    var index = range.lowerBound
    var followsBlank = false
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x20 || byte == 0x0A
        || byte == 0xC2 && index + 1 < range.upperBound && text[index + 1] == 0xA0
      {
        index += byte == 0xC2 ? 2 : 1
        continue
      }
      let isSkipped = !side.traits[index].isDisjoint(with: [.code, .autolink])
      if isSkipped || !Self.isLetter(text, index, range.upperBound) {
        followsBlank = false
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound,
        Self.isLetter(text, index, range.upperBound)
          || text[index] & 0xC0 == 0x80
          || text[index] == UInt8(ascii: "'") && index + 1 < range.upperBound
            && TextBytes.isLetter(text[index + 1])
      {
        index += 1
      }
      words.append(Word(range: start..<index, followsBlank: followsBlank))
      followsBlank = true
    }
  }

  private static func isLetter(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    text[index] < 0x80
      ? TextBytes.isASCIIWord(text[index])
      : TextBytes.isLetterAboveASCII(text, startingAt: index, limit: limit)
  }
}
