internal import HjelpArticle

/// Finds the names, numbers and addresses in the text of a unit, from left to right.
///
/// The text is cut at blanks first: what is no name or number costs one look at its bytes.
struct TokenScanner {
  private(set) var tokens: [Token] = []
  private let text: [UInt8]
  private let traits: [TextTraits]
  private var segmentEnd = 0

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

  private mutating func add(_ kind: Token.Kind, _ range: Range<Int>) {
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

  // MARK: - Numbers and codes

  private mutating func digits(at start: Int, in range: Range<Int>, isStart: Bool) -> Int {
    let limit = range.upperBound
    var end = start
    if isStart, text[start] == UInt8(ascii: "0"), start + 1 < limit,
      text[start + 1] | 0x20 == UInt8(ascii: "x")
    {
      end = start + 2
      while end < limit, TextBytes.isHexDigit(text[end]) { end += 1 }
      if end - start >= 5 {
        add(.errorCode, start..<end)
        return end
      }
      while end < limit, TextBytes.isASCIIWord(text[end]) { end += 1 }
      return end
    }
    while end < limit, TextBytes.isDigit(text[end]) { end += 1 }
    guard isStart else {
      // Digits behind letters belong to the name.
      return end
    }
    if end - start == 5, end + 1 < limit, text[end] == UInt8(ascii: "-"),
      TextBytes.isDigit(text[end + 1]), start == range.lowerBound || text[start - 1] != 0x2D
    {
      var last = end + 1
      while last < limit, TextBytes.isDigit(text[last]) { last += 1 }
      if last - end <= 5, last == limit || !TextBytes.isWord(text[last]),
        last >= limit
          || text[last] != 0x2D
      {
        add(.errorCode, start..<last)
        return last
      }
    }
    // Groups, decimals, times and versions: digits joined by one mark.
    var dots = 0
    while end + 1 < limit, TextBytes.isDigit(text[end + 1]),
      [0x2E, 0x2C, 0x3A].contains(text[end])
    {
      if text[end] == UInt8(ascii: ".") { dots += 1 }
      end += 1
      while end < limit, TextBytes.isDigit(text[end]) { end += 1 }
    }
    add(dots >= 2 && isVersion(start..<end) ? .errorCode : .number, start..<end)
    return end
  }

  /// Whether `1.2.3` is a version or a code and no grouped number or date.
  private func isVersion(_ range: Range<Int>) -> Bool {
    let groups = text[range].split { !TextBytes.isDigit($0) }
    let isGrouped = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    let isDate =
      groups.count == 3 && groups[2].count == 4 && groups[0].count <= 2 && groups[1].count <= 2
      && (groups[2].starts(with: "19".utf8) || groups[2].starts(with: "20".utf8))
    return !isGrouped && !isDate
  }

  private func guid(at start: Int, limit: Int) -> Range<Int>? {
    guard start + 36 <= limit, text[start + 8] == 0x2D else { return nil }
    for (index, byte) in text[start..<start + 36].enumerated() {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      guard isHyphen ? byte == 0x2D : TextBytes.isHexDigit(byte) else { return nil }
    }
    guard start + 36 == limit || !TextBytes.isWord(text[start + 36]) else { return nil }
    return start..<start + 36
  }

  // MARK: - Names

  private mutating func name(at start: Int, in range: Range<Int>) -> Int {
    let limit = range.upperBound
    var end = start
    while end < limit, TextBytes.isASCIIWord(text[end]) { end += 1 }
    if end < limit, (0xC3...0xCA).contains(text[end]) {
      // A word with Latin letters above ASCII.
      while end < limit, TextBytes.isWord(text[end]) { end += 1 }
      return end
    }
    let first = end
    // AADSTS50011
    if end - start > 6, text[start..<start + 6].elementsEqual("AADSTS".utf8),
      text[start + 6..<end].allSatisfy(TextBytes.isDigit)
    {
      add(.errorCode, start..<end)
      return end
    }
    if end < limit, text[end] == 0x2D, let noun = cmdlet(start..<end, limit: limit) {
      add(.cmdlet, start..<noun)
      return noun
    }
    var parts = 1
    var capitals = 0
    while end + 1 < limit {
      let isDot = text[end] == UInt8(ascii: ".")
      let isColons = text[end] == 0x3A && text[end + 1] == 0x3A
      let next = isColons ? end + 2 : end + 1
      guard isDot || isColons, next < limit, TextBytes.isLetter(text[next]) || text[next] == 0x5F
      else { break }
      var last = next
      while last < limit, TextBytes.isASCIIWord(text[last]) { last += 1 }
      if last < limit, (0xC3...0xCA).contains(text[last]), parts == 1 { break }
      if (0x41...0x5A).contains(text[next]) { capitals += 1 }
      parts += 1
      end = last
    }
    guard parts > 1 else { return first }
    let isColons = text[first] == UInt8(ascii: ":")
    if let last = text[start..<end].lastIndex(of: UInt8(ascii: ".")), parts == 2 || capitals == 0,
      FileExtension.isKnown(text[last + 1..<end]), last > start
    {
      add(.path, start..<end)
    } else if isColons || capitals == parts - 1, isDotted(start..<end, first: first, parts: parts) {
      add(.dotted, start..<end)
    } else if parts == 2 {
      return first
    }
    return end
  }

  /// Whether `a.B` is a name and not two sentences that lost their blank.
  private func isDotted(_ range: Range<Int>, first: Int, parts: Int) -> Bool {
    if text[first] == UInt8(ascii: ":") || parts > 2 { return first - range.lowerBound > 1 }
    if traits[range.lowerBound].contains(.code) { return true }
    if EnglishWords.count(in: text[first + 1..<range.upperBound]) > 0 { return false }
    let isUpper = text[range.lowerBound..<first].allSatisfy { (0x41...0x5A).contains($0) }
    return (0x41...0x5A).contains(text[range.lowerBound])
      && first - range.lowerBound > (isUpper ? 1 : 2)
  }

  /// The end of `Verb-Noun` with an approved verb.
  private func cmdlet(_ verb: Range<Int>, limit: Int) -> Int? {
    let start = verb.upperBound + 1
    guard start < limit, (0x41...0x5A).contains(text[start]) || traits[start].contains(.code),
      CmdletVerbs.contains(text[verb])
    else { return nil }
    var end = start
    while end < limit, TextBytes.isASCIIAlphanumeric(text[end]) { end += 1 }
    guard end - start >= 4, end == limit || text[end] != UInt8(ascii: "-"),
      !CmdletVerbs.isWordPart(text[start..<end])
    else { return nil }
    return end
  }

  // MARK: - Addresses

  private func url(in range: Range<Int>) -> Range<Int>? {
    guard let colon = text[range].firstIndex(of: UInt8(ascii: ":")), colon + 2 < range.upperBound,
      text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = colon
    while start > range.lowerBound, TextBytes.isLetter(text[start - 1]) { start -= 1 }
    guard colon - start >= 3 else { return nil }
    var end = colon + 3
    while end < range.upperBound, text[end] < 0x80, ![0x22, 0x3C, 0x3E, 0x5D].contains(text[end]) {
      end += 1
    }
    while end > colon + 3, [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x21, 0x3F, 0x2A].contains(text[end - 1])
    {
      end -= 1
    }
    return start..<end
  }

  private func email(in range: Range<Int>) -> Range<Int>? {
    guard let at = text[range].firstIndex(of: UInt8(ascii: "@")) else { return nil }
    var start = at
    while start > range.lowerBound, TextBytes.isEmailPart(text[start - 1]) { start -= 1 }
    var end = at + 1
    var hasDot = false
    while end < range.upperBound, TextBytes.isEmailPart(text[end]) {
      if text[end] == UInt8(ascii: "."), end + 1 < range.upperBound,
        TextBytes.isLetter(text[end + 1])
      {
        hasDot = true
      }
      end += 1
    }
    while end > at + 1, [0x2E, 0x2D, 0x5F].contains(text[end - 1]) { end -= 1 }
    while start < at, [0x2E, 0x2D].contains(text[start]) { start += 1 }
    guard start < at, hasDot else { return nil }
    return start..<end
  }

  /// A word with a backslash between names: a path of Windows, a part of one, or a registry key.
  private func path(in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, [0x28, 0x22, 0x27, 0x2A, 0x5B, 0x2C].contains(text[start]) { start += 1 }
    // The name of a registry key may hold blanks: in brackets it ends with them.
    if start > range.lowerBound, text[start - 1] == UInt8(ascii: "["),
      text.matches("HKEY_", at: start),
      let close = text[start..<segmentEnd].firstIndex(of: UInt8(ascii: "]"))
    {
      return start..<close + 1
    }
    // A path ends at text of another script: `C:\Windowsで`.
    if let foreign = text[start..<end].firstIndex(where: { $0 >= 0x80 }) { end = foreign }
    while end > start,
      [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22, 0x27, 0x21, 0x3F, 0x2A, 0x5D].contains(text[end - 1])
    {
      end -= 1
    }
    if start < end, text[start] == UInt8(ascii: "%"),
      let close = text[(start + 1)..<end].firstIndex(of: UInt8(ascii: "%")), close + 1 < end,
      text[close + 1] == 0x5C
    {
      start = close + 1
    }
    guard let slash = text[start..<end].firstIndex(of: 0x5C) else { return nil }
    let isDrive =
      slash == start + 2 && text[start + 1] == UInt8(ascii: ":") && TextBytes.isLetter(text[start])
    let joins =
      slash > start && slash + 1 < end && TextBytes.isWord(text[slash - 1])
      && TextBytes.isWord(text[slash + 1])
    let isShare =
      slash == start && start + 2 < end
      && (text[start + 1] == 0x5C
        || start > range.lowerBound && text[start - 1] == UInt8(ascii: "%")
        || text[(start + 1)..<end].contains(0x5C) && TextBytes.isWord(text[start + 1]))
    guard isDrive || joins || isShare else { return nil }
    // `domain\name` is the reader's own: a path has a root, two marks, or a name of a program's.
    let isPlain =
      !isDrive && !isShare && text[start..<end].count(where: { $0 == 0x5C }) == 1
      && !text[start..<end].contains { TextBytes.isDigit($0) || $0 == 0x5F || $0 == 0x2E }
      && zip(text[start..<end], text[start + 1..<end]).allSatisfy {
        !((0x61...0x7A).contains($0) && (0x41...0x5A).contains($1))
      }
    return isPlain ? nil : start..<end
  }
}

/// What the bytes of a word show: whether it can hold a token.
private struct WordShape: OptionSet {
  let rawValue: UInt8

  static let digit = WordShape(rawValue: 1)
  static let colon = WordShape(rawValue: 2)
  static let at = WordShape(rawValue: 4)
  static let backslash = WordShape(rawValue: 8)
  static let mark = WordShape(rawValue: 16)
  /// A mark that ends a sentence or a part of one.
  static let sentence = WordShape(rawValue: 32)
  static let telling: WordShape = [.digit, .colon, .at, .backslash, .mark]

  static let table: [WordShape] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x30...0x39: .digit
    case UInt8(ascii: ":"): [.colon, .sentence]
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): .sentence
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "\\"): .backslash
    case UInt8(ascii: "."): [.mark, .sentence]
    case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "-"): .mark
    default: []
    }
  }
}
