internal import HjelpArticle
internal import HjelpMarkdown

/// Finds constructs of other dialects in a document.
enum UnsupportedMarkdown {
  /// The name of each construct and its place in the Markdown, in the order of the document.
  static func places(in document: Document) -> [(String, Range<Int>)] {
    var places: [(String, Range<Int>)] = []
    var node = 0
    while node >= 0 {
      let current = document.nodes[node]
      switch current.kind {
      case .paragraph, .tableCell:
        if let found = directive(node, document) { places.append(found) }
      case .text:
        if let found = include(current, document) { places.append(found) }
      case .link:
        let url = document.bytes(current.destination)
        if url.starts(with: "#tab/".utf8) { places.append(("#tab/", current.range)) }
        if url.starts(with: "xref:".utf8) { places.append(("xref:", current.range)) }
      default: break
      }
      node = document.following(node, within: 0)
    }
    return places
  }

  private static func directive(_ node: Int, _ document: Document) -> (String, Range<Int>)? {
    let first = document.nodes[node].firstChild
    guard first >= 0, document.nodes[first].kind == .text,
      document.bytes(document.nodes[first].literal).starts(with: ":::".utf8)
    else { return nil }
    let start = document.offset(ofTextByte: document.nodes[first].literal.lowerBound)
    return start < 0 ? nil : (":::", start..<start + 3)
  }

  private static func include(_ node: Node, _ document: Document) -> (String, Range<Int>)? {
    for place in node.literal
    where document.text[place] == UInt8(ascii: "[") && place + 1 < node.literal.upperBound
      && document.text[place + 1] == UInt8(ascii: "!")
    {
      let name: String
      if document.text.matches("[!INCLUDE", at: place) {
        name = "[!INCLUDE]"
      } else if document.text.matches("[!code", at: place) {
        name = "[!code]"
      } else {
        continue
      }
      let offset = document.offset(ofTextByte: place)
      guard offset >= 0 else { continue }
      var end = offset
      var depth = 0
      while end < document.markdown.count, document.markdown[end] != 0x0A {
        if document.markdown[end] == UInt8(ascii: "[") { depth += 1 }
        if document.markdown[end] == UInt8(ascii: "]") { depth -= 1 }
        end += 1
        if depth == 0 { break }
      }
      return (name, offset..<end)
    }
    return nil
  }
}
