extension Document {
  /// Makes links of the bare URLs in text (GFM, section 6.9), outside links.
  ///
  /// A URL also ends before a byte above ASCII: `次を参照 https://a.example。` ends before `。`.
  mutating func addAutolinks() {
    for index in nodes.indices where nodes[index].kind == .text && !isInsideLink(index) {
      split(index)
    }
  }

  /// Whether a node is a link whose text is its address: a bare URL, or one in angle brackets.
  package func isAutolink(_ node: Int) -> Bool {
    guard nodes[node].kind == .link else { return false }
    let place = nodes[node].range.lowerBound
    return place < markdown.count && markdown[place] != UInt8(ascii: "[")
  }

  private func isInsideLink(_ node: Int) -> Bool {
    var current = nodes[node].parent
    while current >= 0, nodes[current].kind.isInline {
      if nodes[current].kind == .link { return true }
      current = nodes[current].parent
    }
    return current < 0
  }

  private mutating func split(_ node: Int) {
    var current = node
    var search = nodes[node].literal.lowerBound
    while let url = bareURL(in: search..<nodes[current].literal.upperBound) {
      let whole = nodes[current]
      let link = nodes.count
      var new = Node(kind: .link, parent: whole.parent)
      if text[url.lowerBound] == UInt8(ascii: "w") {
        let start = text.count
        text.append(contentsOf: "http://".utf8)
        text.append(contentsOf: text[url])
        new.destination = start..<text.count
      } else {
        new.destination = url
      }
      new.range = markdownRange(of: url)
      new.firstChild = link + 1
      new.lastChild = link + 1
      nodes.append(new)
      var label = Node(kind: .text, parent: link)
      label.literal = url
      label.range = new.range
      nodes.append(label)
      var rest = Node(kind: .text, parent: whole.parent)
      rest.literal = url.upperBound..<whole.literal.upperBound
      rest.next = whole.next
      nodes.append(rest)
      nodes[link].next = link + 2
      nodes[current].next = link
      nodes[current].literal = whole.literal.lowerBound..<url.lowerBound
      if nodes[whole.parent].lastChild == current { nodes[whole.parent].lastChild = link + 2 }
      current = link + 2
      search = url.upperBound
    }
  }

  private func bareURL(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index + 4 < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w") {
        let prefix = prefixLength(at: index, end: range.upperBound)
        if prefix > 0, isBoundary(before: index, start: range.lowerBound),
          let end = urlEnd(from: index, prefix: prefix, limit: range.upperBound)
        {
          return index..<end
        }
      }
      index += 1
    }
    return nil
  }

  private func prefixLength(at index: Int, end: Int) -> Int {
    for prefix in ["https://", "http://", "www."] {
      let length = prefix.utf8.count
      if index + length < end, text[index..<index + length].elementsEqual(prefix.utf8) {
        return length
      }
    }
    return 0
  }

  private func isBoundary(before index: Int, start: Int) -> Bool {
    guard index > start else { return true }
    let byte = text[index - 1]
    return byte <= 0x20 || byte >= 0x80
      || [0x28, 0x2A, 0x5F, 0x7E, 0x22, 0x27, 0x3A].contains(byte)
  }

  private func urlEnd(from start: Int, prefix: Int, limit: Int) -> Int? {
    var end = start
    while end < limit, text[end] > 0x20, text[end] < 0x7F, text[end] != UInt8(ascii: "<"),
      text[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    end = trimmed(start..<end)
    let domain = text[start + prefix..<max(end, start + prefix)].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard domain.contains(UInt8(ascii: ".")), domain.count > 2 else { return nil }
    return end
  }

  /// Without the marks that end a sentence, and a bracket that was opened before the URL.
  private func trimmed(_ url: Range<Int>) -> Int {
    var end = url.upperBound
    while end > url.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: ";"):
        end -= 1
      case UInt8(ascii: ")"):
        let inside = text[url.lowerBound..<end]
        guard inside.count(where: { $0 == 0x29 }) > inside.count(where: { $0 == 0x28 }) else {
          return end
        }
        end -= 1
      default: return end
      }
    }
    return end
  }
}
