/// A text as builder and queries see it.
struct NormalizedText {
  /// The keys of the tokens, one after the other.
  var bytes: [UInt8] = []
  /// The tokens in the order of the text.
  var tokens: [LookupToken] = []
  /// The whole text, normalised, for people and for the table of test vectors.
  var display: [UInt8] = []
  /// The codes, canonical, each once, in the order of the text.
  var codes: [String] = []
  /// The part that the next token belongs to.
  var segment = 0

  /// The normalised text.
  var string: String { String(decoding: display, as: UTF8.self) }

  /// Begins a new part, unless the current one is empty.
  mutating func beginSegment() {
    if let last = tokens.last, last.segment == segment { segment += 1 }
  }

  /// Adds a token whose key is `key`, and `shown` to the text for people.
  mutating func append(_ kind: TokenKind, key: [UInt8], shown: [UInt8], joined: Bool = false) {
    appendKey(kind, key)
    if !joined, !display.isEmpty { display.append(0x20) }
    display += shown
  }

  /// Adds a token without text for people.
  mutating func appendKey(_ kind: TokenKind, _ key: [UInt8]) {
    let start = bytes.count
    bytes.append(kind.rawValue)
    bytes += key
    tokens.append(LookupToken(kind: kind, range: start..<bytes.count, segment: segment))
  }
}
