/// A code span.
struct CodeSpan {
  /// The whole of it in the Markdown.
  var range: Range<Int>
  /// Its content in the visible text.
  var text: Range<Int>
}
