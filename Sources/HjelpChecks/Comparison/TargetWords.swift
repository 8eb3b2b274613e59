/// The words of a unit's text in small letters, to find number words and the like in them.
struct TargetWords {
  private let words: [[UInt8]]
  private let text: [UInt8]
  private let language: Language

  init(_ text: ArraySlice<UInt8>, _ language: Language) {
    self.language = language
    self.text = LetterCase.lowered(text)
    words = language.hasSpaces ? Self.words(self.text) : []
  }

  /// Whether a word says this number: as a cardinal, an ordinal, a part of a compound, a month.
  func says(_ value: Int) -> Bool {
    let parts = language.parts[value] ?? []
    if !language.hasSpaces {
      return parts.contains { holds($0) }
        || language.numbers.contains { $0.value.contains(value) && holds($0.key) }
    }
    for (index, word) in words.enumerated() {
      if language.numbers[word]?.contains(value) ?? false { return true }
      if parts.contains(where: { $0.count >= 3 && word.starts(with: $0) || $0 == word }) {
        return true
      }
      // Two words: "mil novecientos", "seks og tretti" are read as far as two of them go.
      if index + 1 < words.count, let first = language.numbers[word],
        let second = language.numbers[words[index + 1]]
      {
        for a in first {
          for b in second where a + b == value || a * b == value { return true }
        }
      }
    }
    return false
  }

  /// Whether the text names this month.
  func namesMonth(_ month: Int) -> Bool {
    (language.months[month] ?? []).contains { name in
      language.hasSpaces
        ? words.contains { $0 == name || name.last == 0x2E && $0 == name.dropLast() } : holds(name)
    }
  }

  private func holds(_ wanted: [UInt8]) -> Bool { !wanted.isEmpty && text.contains(wanted) }

  private static func words(_ text: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var start = 0
    var index = 0
    while index <= text.count {
      if index == text.count || !isLetter(text, index) {
        if index > start { words.append(Array(text[start..<index])) }
        start = index + 1
      }
      index += 1
    }
    return words
  }

  private static func isLetter(_ text: [UInt8], _ index: Int) -> Bool {
    if text[index] < 0x80 { return TextBytes.isASCIIWord(text[index]) }
    // The blanks and marks of Latin-1 and General Punctuation part words.
    if text[index] == 0xC2 { return false }
    if text[index] == 0xE2 { return false }
    if text[index] & 0xC0 == 0x80 {
      return !(index > 0 && text[index - 1] == 0xC2)
        && !(index > 0 && text[index - 1] == 0xE2)
        && !(index > 1 && text[index - 2] == 0xE2)
    }
    return true
  }
}
