extension HTMLWriter {
  /// Whether something of a document may not get onto the page.
  ///
  /// A quick look, so that what has only bookmarks, line breaks and ordinary links need not be
  /// written to be checked; `true` means that the writer has to say.
  package static func mayDrop(_ document: Document) -> Bool {
    for index in document.nodes.indices {
      switch document.nodes[index].kind {
      case .htmlBlock: return true
      case .htmlInline: if !isPlain(document.text, document.nodes[index].literal) { return true }
      case .link, .image, .video:
        if !isOrdinary(document.text, document.nodes[index].destination) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether raw HTML is `<a name="…">`, `</a>` or `<br>`.
  private static func isPlain(_ text: [UInt8], _ literal: Range<Int>) -> Bool {
    let html = text[literal]
    if html.elementsEqual("</a>".utf8) || html.elementsEqual("<br>".utf8)
      || html.elementsEqual("<br/>".utf8)
    {
      return true
    }
    guard html.starts(with: "<a name=\"".utf8), html.suffix(2).elementsEqual("\">".utf8) else {
      return false
    }
    return html.dropFirst(9).dropLast(2).allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
  }

  /// Whether a destination has a scheme that every policy allows, or none.
  private static func isOrdinary(_ text: [UInt8], _ destination: Range<Int>) -> Bool {
    let url = text[destination]
    if url.starts(with: "https://".utf8) || url.starts(with: "http://".utf8) { return true }
    return !url.contains(UInt8(ascii: ":"))
  }
}
