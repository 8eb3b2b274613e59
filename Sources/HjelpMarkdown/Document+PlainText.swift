extension Document {
  /// The text below a node as a reader sees it: without markup, lines joined by blanks.
  ///
  /// - Parameter clip: Only what lies in these bytes of the Markdown.
  package func plainText(of node: Int, clip: Range<Int>? = nil) -> String {
    String(decoding: plainBytes(of: node, clip: clip), as: UTF8.self)
  }

  /// The same as bytes, blanks folded and none at the ends.
  package func plainBytes(of node: Int, clip: Range<Int>? = nil) -> [UInt8] {
    var result: [UInt8] = []
    func append(_ range: Range<Int>) {
      var place = -1
      for index in range {
        if let clip {
          let offset = offset(ofTextByte: index)
          if offset >= 0 { place = offset }
          guard clip.contains(place) else { continue }
        }
        appendFolded(text[index], to: &result)
      }
    }
    var current = nodes[node].firstChild >= 0 ? nodes[node].firstChild : node
    while current >= 0 {
      let kind = nodes[current].kind
      switch kind {
      case .text, .code: append(nodes[current].literal)
      case .softBreak, .lineBreak: appendFolded(0x20, to: &result)
      case .htmlInline:
        if nodes[current].literal.count > 2,
          text[nodes[current].literal].starts(with: "<br".utf8)
        {
          appendFolded(0x20, to: &result)
        }
      case .htmlBlock: appendHTMLText(nodes[current].literal, clip: clip, to: &result)
      default:
        if !kind.isInline { appendFolded(0x20, to: &result) }
      }
      if current == node { break }
      current = following(current, within: node)
    }
    while result.last == 0x20 { result.removeLast() }
    return result
  }

  private func appendHTMLText(_ range: Range<Int>, clip: Range<Int>?, to result: inout [UInt8]) {
    var tokenizer = HTMLTokenizer(text, range: range)
    while let token = tokenizer.next() {
      switch token {
      case .text(let range):
        var shown: [UInt8] = []
        for index in range {
          let place = offset(ofTextByte: index)
          if clip?.contains(place) ?? true { shown.append(text[index]) }
        }
        for byte in CharacterReference.decoded(shown[...]) { appendFolded(byte, to: &result) }
      case .tag(let tag):
        if case .inline = HTMLPolicy.category(of: tag.name) { continue }
        appendFolded(0x20, to: &result)
      case .markup: break
      }
    }
  }

  private func appendFolded(_ byte: UInt8, to result: inout [UInt8]) {
    if byte > 0x20 {
      result.append(byte)
    } else if let last = result.last, last != 0x20 {
      result.append(0x20)
    }
  }
}
