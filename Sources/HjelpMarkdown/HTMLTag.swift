/// A tag as it stands in raw HTML.
struct HTMLTag {
  struct Attribute {
    /// The name in lower case.
    var name: String
    /// The value with character references as they are; empty if there is none.
    var value: Range<Int>
    /// The whole attribute.
    var range: Range<Int>
  }

  /// The name in lower case.
  var name: String
  var isClosing: Bool
  var attributes: [Attribute]
  /// Where the tag stands in the bytes that were read.
  var range: Range<Int>

  /// The value of an attribute.
  func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
}
