/// What Markdown makes of one half of a unit.
struct Segment {
  /// The kinds of block that a unit stands in.
  enum Block: UInt8 {
    case none, paragraph, heading, tableCell, html
  }

  /// The visible text.
  var text: Range<Int> = 0..<0
  /// The half in the Markdown of its side; empty if it is missing.
  var edition: Range<Int> = 0..<0
  var links: Range<Int> = 0..<0
  var codes: Range<Int> = 0..<0
  var emphases: Range<Int> = 0..<0
  var tags: Range<Int> = 0..<0
  var tokens: Range<Int> = 0..<0
  /// The kinds of its tokens.
  var kinds: Token.Kinds = []
  /// The bytes of its text.
  var bytes = ByteSet()
  /// How many characters its text has.
  var characterCount = 0
  /// Whether two blanks stand in a row, or a mark of a sentence stands behind a blank.
  var hasDoubleBlank = false
  var hasMarkBehindBlank = false
  /// The block that it begins in.
  var block = Block.none
  /// Whether emphasis or a link begins in it and ends outside, or the other way round.
  var isCrossed = false
}
