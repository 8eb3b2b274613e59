internal import HjelpDiagnostics

extension Rule {
  /// `text.doubled-word`
  static let textDoubledWord = Rule(
    id: "text.doubled-word", severity: .warning,
    summary: "A word stands twice in a row in the translation and not in the source.",
    rationale: """
      It is mostly the trace of a change that was made by halves. Remove one of the two.
      """,
    messages: [message],
    flagged: [
      .body(unit("Klikk deretter ⟦deretter⟧ på knappen.", "Then click the button.")),
      .body(
        unit("El archivo guarda ⟦guarda⟧ los datos.", "The file saves the data."), locale: "es-ES"),
    ],
    accepted: [
      .body(unit("Skriv bla bla her.", "Type bla bla here.")),
      .body(unit("Logg på på nytt.", "Sign in again.")),
      .body(unit("Velg **Velg roller**.", "Select **Choose roles**.")),
      .body(unit("Velg på, på eller av.", "Select on, on or off.")),
    ],
    check: { input in
      guard let sides = input.sides, !sides.isUnspaced else { return [] }
      return input.findings { pair, found in
        guard let range = doubled(pair.sides.target, pair.target.text, pair.language),
          doubled(pair.sides.source, pair.source.text, pair.sides.sourceLanguage) == nil
        else { return }
        let place = pair.targetPlace(range)
        let text = String(decoding: pair.sides.target.text[range], as: UTF8.self)
        found.append(
          pair.finding(
            "text.doubled-word", .warning, message.filled(text), at: place,
            fix: fix(range, pair)))
      }
    })

  /// Takes out the second word and the blank before it.
  private static func fix(_ word: Range<Int>, _ pair: UnitPair) -> Fix {
    Fix(
      isSafe: false,
      edits: [.init(range: pair.targetPlace(word.lowerBound - 1..<word.upperBound), text: "")])
  }

  /// The second of two equal words with only a blank between them.
  ///
  /// Where markup begins between them the second one begins a name: «Velg **Velg roller**».
  private static func doubled(
    _ side: SideContent, _ range: Range<Int>, _ language: Language?
  ) -> Range<Int>? {
    let text = side.text
    var last: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      guard TextBytes.isWord(text[index]), text[index] != 0xC2, text[index] != 0xE2 else {
        if text[index] != 0x20 { last = nil }
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, TextBytes.isWord(text[index]), text[index] != 0xC2 {
        index += 1
      }
      let word = start..<index
      if let last, isSame(text, last, word), isWord(text, word, language),
        side.traits[last.lowerBound] == side.traits[start],
        last.lowerBound == range.lowerBound || text[last.lowerBound - 1] != UInt8(ascii: "-")
      {
        return word
      }
      last = side.traits[start].isDisjoint(with: [.code, .autolink]) ? word : nil
    }
    return nil
  }

  /// Whether the words are the same, or the second one begins with a small letter where the first
  /// has a capital.
  private static func isSame(_ text: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && TextBytes.lowered(text[left.lowerBound]) == text[right.lowerBound]
      && text[left].dropFirst().elementsEqual(text[right].dropFirst())
      || text[left].elementsEqual(text[right])
  }

  private static func isWord(_ text: [UInt8], _ word: Range<Int>, _ language: Language?) -> Bool {
    guard word.count >= 2, !text[word].contains(where: { TextBytes.isDigit($0) || $0 == 0x5F })
    else {
      return false
    }
    let small = LetterCase.lowered(text[word])
    // Letters in place of values: `xxxx xxxx`.
    guard Set(small).count > 1 else { return false }
    return !(language?.doubles.contains(small) ?? false)
  }

  private static let message: MessageTemplate = "'{word}' stands twice in a row; remove one"
}
