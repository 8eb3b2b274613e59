/// A part of an article's body: joined, the pieces are the bytes of the body.
public enum Piece: Sendable {
  /// Text outside any unit, in bytes from the start of the file.
  case text(Range<Int>)
  /// The unit with this index.
  case unit(Int)
}
