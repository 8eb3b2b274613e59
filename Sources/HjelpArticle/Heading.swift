/// An ATX heading line of the body, as the bytes have it.
public struct Heading: Sendable {
  /// The whole line without its end, in bytes from the start of the file.
  public let line: Range<Int>
  /// One to six.
  public let level: Int
  /// Where the text behind the marks begins.
  public let content: Int
  /// The first bookmark on the line.
  public let anchor: HeadingAnchor?
}
