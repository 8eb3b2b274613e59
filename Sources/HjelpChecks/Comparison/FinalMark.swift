/// The mark that ends a text, and its class in a language.
struct FinalMark {
  /// The class of the mark.
  let kind: Language.SentenceEnd
  /// Where it stands in the text of its side.
  let range: Range<Int>

  /// The mark at the end of a text, perhaps behind quotes and brackets; `nil` if there is none.
  init?(_ side: SideContent, _ text: Range<Int>, _ language: Language?) {
    var end = text.upperBound
    while end > text.lowerBound, [0x20, 0x22, 0x27, 0x29, 0x5D].contains(side.text[end - 1]) {
      end -= 1
    }
    guard end > text.lowerBound else { return nil }
    let start = TextBytes.characterStart(side.text, before: end, limit: text.lowerBound)
    // No letter ends a sentence.
    guard !TextBytes.isASCIIAlphanumeric(side.text[start]),
      let kind = (language ?? .en).ends.first(where: {
        side.text[start..<end].elementsEqual($0.mark)
      })?.kind
    else { return nil }
    self.kind = kind
    range = start..<end
  }
}
