/// Reads a text into tokens, from left to right.
struct TokenScanner {
  private let scalars: [UInt32]
  private var position = 0
  private var text: NormalizedText

  /// Prepares to read `text`.
  ///
  /// - Parameter keepsDisplay: Whether the text for people is wanted, not the keys alone.
  init(_ text: String, keepsDisplay: Bool) {
    scalars = WidthFolding.scalars(of: text)
    self.text = NormalizedText(keepsDisplay: keepsDisplay)
    self.text.bytes.reserveCapacity(text.utf8.count + 1)
  }

  /// Reads everything.
  mutating func scan() -> NormalizedText {
    while position < scalars.count {
      switch ScalarClass(scalars[position]) {
      case .space: position += 1
      case .ideograph: scanUnspaced()
      case .letter, .digit: scanChunkOrWord()
      case .punctuation: scanPunctuation()
      }
    }
    return text
  }

  private mutating func scanChunkOrWord() {
    if scanPlainWord() { return }
    if let found = HoleScanner.hole(in: scalars, at: position) {
      append(found)
    } else if let code = CodeScanner.code(in: scalars, at: position) {
      append(code)
    } else {
      scanWord()
    }
  }

  /// Reads a word of Latin letters with something behind it that no hole and no code reaches over: most
  /// words are such, and need no closer look.
  private mutating func scanPlainWord() -> Bool {
    var end = position
    while end < scalars.count, Self.isLatinLetter(scalars[end]) { end += 1 }
    guard end > position, end == scalars.count || Self.isEnd(scalars[end]) else { return false }
    let start = text.bytes.count
    text.bytes.append(TokenKind.word.rawValue)
    for index in position..<end {
      let value = scalars[index]
      if value < 0x80 {
        text.bytes.append(UInt8(value) | 0x20)
      } else if value == 0xDF {
        text.bytes += [0x73, 0x73]
      } else {
        Self.appendUTF8(MarkFolding.folded(value), to: &text.bytes)
      }
    }
    text.close(.word, from: start)
    position = end
    return true
  }

  private static func isLatinLetter(_ value: UInt32) -> Bool {
    (value | 0x20) &- 0x61 < 26
      || value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7
  }

  /// Whether a scalar ends every run that could be a hole or a code; no apostrophe, which words have.
  private static func isEnd(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x22, 0x28, 0x29, 0x2C, 0x3B, 0x3C, 0x3D, 0x3E, 0x5B, 0x5D, 0x7B, 0x7C, 0x7D:
      true
    default: false
    }
  }

  private mutating func append(_ hole: HoleScanner.Hole) {
    text.append(.hole, key: hole.key, shown: [0x23])
    position = hole.end
  }

  private mutating func append(_ code: CodeScanner.Code) {
    let name = String(decoding: code.key, as: UTF8.self)
    if !text.codes.contains(name) { text.codes.append(name) }
    text.append(.code, key: code.key, shown: code.key)
    position = code.end
  }

  private mutating func scanPunctuation() {
    let value = scalars[position]
    if let end = HoleScanner.escapeEnd(in: scalars, at: position) {
      text.beginSegment()
      position = end
      return
    }
    if let found = HoleScanner.placeholder(in: scalars, at: position) ?? path() {
      append(found)
      return
    }
    if value == 0x2D, let code = CodeScanner.code(in: scalars, at: position) {
      append(code)
      return
    }
    if isBoundary(value) { text.beginSegment() }
    position += 1
  }

  /// A path that begins here with its mark.
  private func path() -> HoleScanner.Hole? {
    guard [0x2F, 0x5C, 0x7E].contains(scalars[position]),
      position < 2 || scalars[position - 2] != scalars[position]
    else { return nil }
    return HoleScanner.hole(in: scalars, at: position)
  }

  /// Quotation marks, brackets, `=`, `;`, `|`, and a colon or dash with a blank after it.
  private func isBoundary(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x28, 0x29, 0x3B, 0x3D, 0x5B, 0x5D, 0x7C: return true
    case 0x27, 0x2D, 0x3A:
      let before = position == 0 || ScalarClass(scalars[position - 1]) != .letter
      let after =
        position + 1 >= scalars.count || ScalarClass(scalars[position + 1]) == .space
      return value == 0x3A ? after : value == 0x27 ? before || after : before && after
    default: return false
    }
  }

  private mutating func scanWord() {
    let start = text.bytes.count
    if ScalarClass(scalars[position]) == .digit, let end = numberEnd(from: position) {
      text.bytes.append(TokenKind.number.rawValue)
      for index in position..<end { Self.appendUTF8(scalars[index], to: &text.bytes) }
      text.close(.number, from: start)
      position = end
      return
    }
    text.bytes.append(TokenKind.word.rawValue)
    while position < scalars.count {
      let value = scalars[position]
      let kind = ScalarClass(value)
      if kind == .letter || kind == .digit {
        if value == 0xDF || value == 0x1E9E {
          text.bytes += [0x73, 0x73]
        } else {
          Self.appendUTF8(MarkFolding.folded(value), to: &text.bytes)
        }
        position += 1
      } else if value == 0x5F, position + 1 < scalars.count,
        ScalarClass(scalars[position + 1]) == .letter
          || ScalarClass(scalars[position + 1]) == .digit
      {
        text.bytes.append(0x5F)
        position += 1
      } else if value == 0x27, let length = contractionLength() {
        position += 1
        for _ in 0..<length {
          Self.appendUTF8(MarkFolding.folded(scalars[position]), to: &text.bytes)
          position += 1
        }
      } else {
        break
      }
    }
    text.close(.word, from: start)
  }

  /// The letters after an apostrophe that belong to the word before it: `can't`, `there's`.
  private func contractionLength() -> Int? {
    var end = position + 1
    while end < scalars.count, ScalarClass(scalars[end]) == .letter { end += 1 }
    let length = end - position - 1
    if end < scalars.count, ScalarClass(scalars[end]) == .digit { return nil }
    return length == 1 || length == 2 ? length : nil
  }

  /// The end of a number, or nil if letters follow it.
  private func numberEnd(from start: Int) -> Int? {
    var end = start
    while end < scalars.count {
      switch ScalarClass(scalars[end]) {
      case .digit: end += 1
      case .letter: return nil
      case .punctuation
      where (scalars[end] == 0x2E || scalars[end] == 0x2C) && end + 1 < scalars.count
        && ScalarClass(scalars[end + 1]) == .digit:
        end += 2
      default: return end
      }
    }
    return end
  }

  private mutating func scanUnspaced() {
    let start = position
    while position < scalars.count, ScalarClass(scalars[position]) == .ideograph { position += 1 }
    var shown: [UInt8] = []
    for index in start..<position { Self.appendUTF8(scalars[index], to: &shown) }
    text.show(shown[...])
    if position - start == 1 {
      text.appendKey(.pair, shown)
      return
    }
    for index in start..<position - 1 {
      var key: [UInt8] = []
      Self.appendUTF8(scalars[index], to: &key)
      Self.appendUTF8(scalars[index + 1], to: &key)
      let isKana =
        ScalarClass.isHiragana(scalars[index]) && ScalarClass.isHiragana(scalars[index + 1])
      text.appendKey(isKana ? .kana : .pair, key)
    }
  }

  /// Adds a scalar in UTF-8.
  static func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case 0..<0x80: bytes.append(UInt8(value))
    case 0x80..<0x800: bytes += [UInt8(0xC0 | value >> 6), UInt8(0x80 | value & 0x3F)]
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes += [UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
    default:
      bytes += [UInt8(0xF0 | value >> 18 & 0x07), UInt8(0x80 | value >> 12 & 0x3F)]
      bytes += [UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
    }
  }
}
