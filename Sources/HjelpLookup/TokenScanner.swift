/// Reads a text into tokens, from left to right.
struct TokenScanner {
  private let scalars: [UInt32]
  private var position = 0
  private var text = NormalizedText()

  /// Prepares to read `text`.
  init(_ text: String) {
    scalars = WidthFolding.scalars(of: text)
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
    if let found = HoleScanner.hole(in: scalars, at: position) {
      append(found)
    } else if let code = CodeScanner.code(in: scalars, at: position) {
      append(code)
    } else {
      scanWord()
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
    var key: [UInt8] = []
    if ScalarClass(scalars[position]) == .digit, let end = numberEnd(from: position) {
      for index in position..<end { Self.appendUTF8(scalars[index], to: &key) }
      text.append(.number, key: key, shown: key)
      position = end
      return
    }
    while position < scalars.count {
      let value = scalars[position]
      let kind = ScalarClass(value)
      if kind == .letter || kind == .digit {
        if value == 0xDF || value == 0x1E9E {
          key += [0x73, 0x73]
        } else {
          Self.appendUTF8(MarkFolding.folded(value), to: &key)
        }
        position += 1
      } else if value == 0x5F, position + 1 < scalars.count,
        ScalarClass(scalars[position + 1]) == .letter
          || ScalarClass(scalars[position + 1]) == .digit
      {
        key.append(0x5F)
        position += 1
      } else if value == 0x27, let length = contractionLength() {
        position += 1
        for _ in 0..<length {
          Self.appendUTF8(MarkFolding.folded(scalars[position]), to: &key)
          position += 1
        }
      } else {
        break
      }
    }
    text.append(.word, key: key, shown: key)
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
    if !text.display.isEmpty { text.display.append(0x20) }
    text.display += shown
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
