/// The tags and texts of a document's raw HTML.
package enum HTMLTags {
  /// A piece of raw HTML.
  package enum Token {
    /// Text between tags, in the document's `text`.
    case text(Range<Int>)
    /// A tag.
    case tag(Tag)
  }

  /// A tag.
  package struct Tag {
    /// Its name in lower case.
    package let name: String
    /// Whether it is `</name>`.
    package let isClosing: Bool
    /// Whether it closes itself, or never has an end.
    package let isEmpty: Bool
    /// The whole of it, in the document's `text`.
    package let range: Range<Int>
    /// Where a link or an image leads, references resolved.
    package let destination: [UInt8]?
  }

  /// The pieces of the raw HTML in a range of the document's `text`, comments left out.
  package static func tokens(_ document: Document, _ range: Range<Int>) -> [Token] {
    var tokenizer = HTMLTokenizer(document.text, range: range)
    var tokens: [Token] = []
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): tokens.append(.text(range))
      case .markup: break
      case .tag(let tag):
        let attribute = tag.name == "img" ? "src" : tag.name == "a" ? "href" : nil
        let value = attribute.flatMap { tag.attribute($0)?.value }
        let isClosed = document.text[tag.range.upperBound - 2] == UInt8(ascii: "/")
        tokens.append(
          .tag(
            Tag(
              name: tag.name, isClosing: tag.isClosing,
              isEmpty: isClosed || void.contains(tag.name), range: tag.range,
              destination: value.map { CharacterReference.decoded(document.text[$0]) })))
      }
    }
    return tokens
  }

  /// The bookmarks of the raw HTML in a range of the document's `text`: values of `id` and `name`.
  package static func names(_ document: Document, _ range: Range<Int>) -> [[UInt8]] {
    var tokenizer = HTMLTokenizer(document.text, range: range)
    var names: [[UInt8]] = []
    while let token = tokenizer.next() {
      guard case .tag(let tag) = token else { continue }
      for attribute in ["id", "name"] {
        guard let value = tag.attribute(attribute)?.value else { continue }
        names.append(CharacterReference.decoded(document.text[value]))
      }
    }
    return names
  }

  /// The elements that have no end (HTML, section 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}
