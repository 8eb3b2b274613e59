/// What the bytes of a word show: whether it can hold a token.
struct WordShape: OptionSet {
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
