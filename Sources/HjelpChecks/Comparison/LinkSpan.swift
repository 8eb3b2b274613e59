/// A link or an image.
struct LinkSpan {
  enum Kind: UInt8 {
    case link, image, autolink
  }

  var kind: Kind
  /// The whole of it in the Markdown.
  var range: Range<Int>
  /// Its visible text.
  var text: Range<Int>
  /// Where it leads, references and escapes resolved.
  var destination: [UInt8]
}
