/// A bookmark `<a name="…"></a>` in a heading: the translation's way to keep the source's anchor.
public struct HeadingAnchor: Sendable {
  /// The place of the name, without quotes, in bytes from the start of the file.
  public let name: Range<Int>
  /// The place of both tags.
  public let range: Range<Int>
}
