/// A token of a normalised text.
struct LookupToken {
  /// What it is.
  var kind: TokenKind
  /// Its key in the buffer of the text, the kind's byte included.
  var range: Range<Int>
  /// The part of the text it stands in: quotation marks, brackets, colons begin new ones.
  var segment: Int
}
