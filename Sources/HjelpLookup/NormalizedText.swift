/// A text as builder and queries see it.
struct NormalizedText {
  /// The keys of the tokens, one after the other.
  var bytes: [UInt8] = []
  /// The tokens in the order of the text.
  var tokens: [LookupToken] = []
  /// The whole text, normalised, for people and for the table of test vectors; empty if it is not kept.
  private(set) var display: [UInt8] = []
  private let keepsDisplay: Bool
  /// The codes, canonical, each once, in the order of the text.
  var codes: [String] = []
  /// The part that the next token belongs to.
  var segment = 0

  /// No text yet.
  ///
  /// - Parameter keepsDisplay: Whether the text for people is wanted, not the keys alone.
  init(keepsDisplay: Bool) { self.keepsDisplay = keepsDisplay }

  /// The normalised text.
  var string: String { String(decoding: display, as: UTF8.self) }

  /// Begins a new part, unless the current one is empty.
  mutating func beginSegment() {
    if let last = tokens.last, last.segment == segment { segment += 1 }
  }

  /// Adds a token whose key is `key`, and `shown` to the text for people.
  mutating func append(_ kind: TokenKind, key: [UInt8], shown: [UInt8]) {
    appendKey(kind, key)
    show(shown[...])
  }

  /// Adds a token without text for people.
  mutating func appendKey(_ kind: TokenKind, _ key: [UInt8]) {
    let start = bytes.count
    bytes.append(kind.rawValue)
    bytes += key
    tokens.append(LookupToken(kind: kind, range: start..<bytes.count, segment: segment))
  }

  /// Adds a token whose key was put behind the others from `start` on, and shows it to people.
  mutating func close(_ kind: TokenKind, from start: Int) {
    tokens.append(LookupToken(kind: kind, range: start..<bytes.count, segment: segment))
    show(bytes[(start + 1)...])
  }

  /// Adds to the text for people.
  mutating func show(_ shown: ArraySlice<UInt8>) {
    guard keepsDisplay else { return }
    if !display.isEmpty { display.append(0x20) }
    display += shown
  }
}
