/// An HTML tag.
struct TagSpan {
  /// Its name in lower case.
  var name: String
  var isClosing: Bool
  /// Whether it closes itself, as `<br/>` does.
  var isEmpty: Bool
  /// The whole of it in the Markdown.
  var range: Range<Int>
  /// Where in the visible text it stands.
  var text: Int
}
