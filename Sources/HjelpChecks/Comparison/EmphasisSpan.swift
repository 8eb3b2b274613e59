/// A bold or italic span.
struct EmphasisSpan {
  var isStrong: Bool
  /// The whole of it in the Markdown.
  var range: Range<Int>
  /// Its visible text.
  var text: Range<Int>
}
