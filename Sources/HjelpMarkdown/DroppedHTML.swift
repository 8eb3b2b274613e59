/// Something of an article's raw HTML that does not get onto the page.
package struct DroppedHTML: Sendable {
  /// What it is.
  package enum Kind: Sendable {
    /// An element that is not allowed, or stands where it cannot.
    case tag
    /// A pseudo tag such as `<email address>`, which is shown as text.
    case pseudoTag
    /// An attribute that is not allowed.
    case attribute
    /// A link or image whose scheme is not allowed.
    case scheme
  }

  /// What it is.
  package let kind: Kind
  /// The name of the element or attribute, or the scheme.
  package let name: String
  /// Where, in bytes from the start of the Markdown.
  package let range: Range<Int>
}
