internal import HjelpArticle

/// Finds the names, numbers and addresses in the text of a unit, from left to right.
///
/// The text is cut at blanks first: what is no name or number costs one look at its bytes.
struct TokenScanner {
  private(set) var tokens: [Token] = []
  let text: [UInt8]
  let traits: [TextTraits]
  /// The end of the unit that is read.
  private(set) var segmentEnd = 0

  init(_ text: [UInt8], _ traits: [TextTraits]) {
    self.text = text
    self.traits = traits
  }

  /// The tokens of a unit, as a range of `tokens`; notes what its bytes show.
  mutating func read(_ segment: inout Segment) -> Range<Int> {
    let range = segment.text
    segmentEnd = range.upperBound
    let first = tokens.count
    var start = range.lowerBound
    var shape: WordShape = []
    var bytes = ByteSet()
    var characters = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      bytes.insert(byte)
      if byte & 0xC0 != 0x80 { characters += 1 }
      if byte == 0x20 {
        if !shape.isDisjoint(with: .telling) {
          word(start..<index, shape)
        } else if index == start, index > range.lowerBound {
          segment.hasDoubleBlank = true
        }
        start = index + 1
        shape = []
      } else {
        let own = WordShape.table[Int(byte)]
        if index == start, !own.isDisjoint(with: .sentence) { segment.hasMarkBehindBlank = true }
        shape.formUnion(own)
      }
      index += 1
    }
    if !shape.isDisjoint(with: .telling) { word(start..<index, shape) }
    segment.bytes = bytes
    segment.characterCount = characters
    return first..<tokens.count
  }

  // MARK: - Words

  private mutating func word(_ range: Range<Int>, _ shape: WordShape) {
    var rest = range
    if shape.contains(.colon), let url = url(in: rest) {
      add(.url, url)
      word(rest.lowerBound..<url.lowerBound)
      rest = url.upperBound..<range.upperBound
    }
    if shape.contains(.at), let email = email(in: rest) {
      add(.email, email)
      word(rest.lowerBound..<email.lowerBound)
      rest = email.upperBound..<range.upperBound
    }
    if shape.contains(.backslash), let path = path(in: rest) {
      // A variable at the start is a token of its own: `%temp%\logs`.
      word(rest.lowerBound..<path.lowerBound)
      add(.path, path)
      rest = min(path.upperBound, range.upperBound)..<range.upperBound
    }
    word(rest)
  }

  /// The tokens of a word without URLs, addresses and paths.
  private mutating func word(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let before = index > range.lowerBound ? text[index - 1] : 0x20
      // Letters above ASCII before a name do not count: kana may touch it, and so may other blanks.
      let isStart = !TextBytes.isASCIIWord(before)
      if let token = marked(byte, at: index, in: range, before) {
        add(token.kind, token.range)
        index = token.range.upperBound
      } else if TextBytes.isDigit(byte) || TextBytes.isHexLetter(byte), isStart,
        let guid = guid(at: index, limit: range.upperBound)
      {
        add(.guid, guid)
        index = guid.upperBound
      } else if TextBytes.isDigit(byte) {
        index = digits(at: index, in: range, isStart: isStart)
      } else if TextBytes.isLetter(byte) || byte == UInt8(ascii: "_"), isStart {
        index = name(at: index, in: range)
      } else {
        index += 1
      }
    }
  }

  mutating func add(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, range: range))
  }

  // MARK: - Marks that begin a token

  private func marked(
    _ byte: UInt8, at index: Int, in range: Range<Int>, _ before: UInt8
  ) -> Token? {
    let limit = range.upperBound
    switch byte {
    case UInt8(ascii: "%"):
      // %name%, %1$s, %s, %d, %1
      var end = index + 1
      while end < limit, TextBytes.isWordOrMark(text[end]) { end += 1 }
      if end < limit, text[end] == UInt8(ascii: "%"), end > index + 2,
        TextBytes.isLetter(text[index + 1])
      {
        return Token(kind: .placeholder, range: index..<end + 1)
      }
      guard !TextBytes.isDigit(before), let length = formatLength(at: index, limit: limit) else {
        return nil
      }
      return Token(kind: .placeholder, range: index..<index + length)
    case UInt8(ascii: "{"):
      var end = index + 1
      while end < limit, TextBytes.isWordOrMark(text[end]) { end += 1 }
      guard end < limit, text[end] == UInt8(ascii: "}"), end > index + 1 else { return nil }
      return Token(kind: .placeholder, range: index..<end + 1)
    case UInt8(ascii: "$"):
      guard index + 1 < limit, !TextBytes.isWord(before) else { return nil }
      if text[index + 1] == UInt8(ascii: "{") {
        var end = index + 2
        while end < limit, TextBytes.isWordOrMark(text[end]) { end += 1 }
        guard end < limit, text[end] == UInt8(ascii: "}"), end > index + 2 else { return nil }
        return Token(kind: .placeholder, range: index..<end + 1)
      }
      guard TextBytes.isLetter(text[index + 1]) || text[index + 1] == UInt8(ascii: "_") else {
        return nil
      }
      var end = index + 2
      while end < limit, TextBytes.isASCIIWord(text[end]) { end += 1 }
      return Token(kind: .parameter, range: index..<end)
    case UInt8(ascii: "-"):
      // A parameter: a hyphen at the start of a word, then a large letter.
      guard index + 3 < limit, (0x41...0x5A).contains(text[index + 1]),
        before <= 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: "\"")
          || before == UInt8(ascii: "'") || before == UInt8(ascii: "[")
      else { return nil }
      var end = index + 2
      while end < limit, TextBytes.isASCIIAlphanumeric(text[end]) { end += 1 }
      // A dash before prose or before a link is none.
      guard end - index >= 4, EnglishWords.count(in: text[index + 1..<end]) == 0,
        traits[index].contains(.link) == traits[index + 1].contains(.link)
      else { return nil }
      return Token(kind: .parameter, range: index..<end)
    default: return nil
    }
  }

  /// The length of `%s`, `%1$s`, `%d` or `%1`.
  private func formatLength(at index: Int, limit: Int) -> Int? {
    var end = index + 1
    let digits = end
    while end < limit, TextBytes.isDigit(text[end]), end < digits + 2 { end += 1 }
    let hasDigits = end > digits
    if hasDigits, end + 1 < limit, text[end] == UInt8(ascii: "$") { end += 1 }
    if end < limit, [0x73, 0x64, 0x40, 0x75, 0x78, 0x6C, 0x69, 0x63].contains(text[end]),
      end + 1 >= limit || !TextBytes.isWord(text[end + 1])
    {
      return end + 1 - index
    }
    guard hasDigits, end >= limit || !TextBytes.isWord(text[end]) && text[end] != 0x25 else {
      return nil
    }
    return end - index
  }
}
