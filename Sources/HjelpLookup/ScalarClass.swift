/// What the tokeniser does with a scalar.
enum ScalarClass {
  case space
  case letter
  case digit
  /// A letter of a script written without blanks: it is searched by pairs.
  case ideograph
  case punctuation

  /// The class of a scalar that went through ``WidthFolding``.
  init(_ value: UInt32) {
    if value < 0x80 {
      switch value {
      case 0x30...0x39: self = .digit
      case 0x41...0x5A, 0x61...0x7A: self = .letter
      case 0...0x20, 0x7F: self = .space
      default: self = .punctuation
      }
      return
    }
    if value >= 0xC0, value < 0x250 {
      self = value == 0xD7 || value == 0xF7 ? .punctuation : .letter
      return
    }
    if ScalarClass.isUnspaced(value) {
      self = .ideograph
      return
    }
    guard let scalar = Unicode.Scalar(value) else {
      self = .space
      return
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .letterNumber:
      self = .letter
    case .decimalNumber: self = .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .unassigned:
      self = .space
    default: self = .punctuation
    }
  }

  /// Han, kana, Hangul, Thai, Lao, Burmese and Khmer letters.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    case 0x3005, 0x3006, 0x3007: true
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E: true
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E80...0x0EFF: true
    case 0x1000...0x103F, 0x1050...0x109F, 0x1780...0x17D3: true
    default: false
    }
  }

  /// True for hiragana, which in Japanese carries the grammar and tells little.
  static func isHiragana(_ value: UInt32) -> Bool { value >= 0x3041 && value <= 0x309F }
}
