extension DocumentBuilder {
  /// Gives each inline node its place in the Markdown.
  ///
  /// libcmark's own columns of inline nodes are wrong behind escapes, entities and line ends in
  /// containers, so the text of each block is matched with its Markdown from left to right: the
  /// kinds of the nodes say what stands between the texts.
  mutating func align() {
    offsets = [Int32](repeating: -1, count: text.count)
    for index in nodes.indices {
      switch nodes[index].kind {
      case .paragraph, .heading, .tableCell, .video:
        if nodes[index].firstChild >= 0 { align(block: index) }
      case .htmlBlock: alignVerbatim(index)
      default: break
      }
    }
  }

  private mutating func align(block: Int) {
    var aligner = InlineAligner(
      markdown: markdown, range: nodes[block].range, quoteDepth: quoteDepth(of: block))
    if nodes[block].kind == .heading { aligner.skipHeadingMarks() }
    var current = nodes[block].firstChild
    while current >= 0 {
      enter(current, &aligner)
      if nodes[current].firstChild >= 0 {
        current = nodes[current].firstChild
        continue
      }
      leave(current, &aligner)
      while nodes[current].next < 0 {
        current = nodes[current].parent
        if current == block { return }
        leave(current, &aligner)
      }
      current = nodes[current].next
    }
  }

  private mutating func enter(_ node: Int, _ aligner: inout InlineAligner) {
    let literal = nodes[node].literal
    var start = aligner.cursor
    switch nodes[node].kind {
    case .text:
      var index = literal.lowerBound
      while index < literal.upperBound {
        let place = aligner.cursor
        let count = aligner.matchRun(text, index..<literal.upperBound)
        for step in 0..<count { offsets[index + step] = Int32(place + step) }
        index += count
        guard index < literal.upperBound else { break }
        if let place = aligner.match(text, at: index, end: literal.upperBound) {
          offsets[index] = Int32(place)
        }
        index += 1
      }
      if let first = literal.first, offsets[first] >= 0 { start = Int(offsets[first]) }
    case .code:
      start = aligner.openCode()
      for index in literal { offsets[index] = Int32(aligner.matchVerbatim(text[index])) }
    case .htmlInline:
      start = aligner.skip(to: UInt8(ascii: "<"))
      for index in literal { offsets[index] = Int32(aligner.matchVerbatim(text[index])) }
    case .softBreak, .lineBreak: aligner.skipLineEnd()
    case .emphasis: start = aligner.openDelimiter(1)
    case .strong: start = aligner.openDelimiter(2)
    case .link: start = aligner.openLink()
    case .image: start = aligner.openImage()
    default: break
    }
    nodes[node].range = start..<aligner.cursor
  }

  private mutating func leave(_ node: Int, _ aligner: inout InlineAligner) {
    switch nodes[node].kind {
    case .code: aligner.closeCode(from: nodes[node].range.lowerBound)
    case .emphasis: aligner.closeDelimiter(1)
    case .strong: aligner.closeDelimiter(2)
    case .link, .image: aligner.closeLink(from: nodes[node].range.lowerBound)
    default: break
    }
    let start = nodes[node].range.lowerBound
    nodes[node].range = start..<max(start, aligner.cursor)
  }

  /// HTML blocks keep their bytes; only the marks of containers stand between their lines.
  private mutating func alignVerbatim(_ node: Int) {
    var aligner = InlineAligner(
      markdown: markdown, range: nodes[node].range.lowerBound..<markdown.count,
      quoteDepth: quoteDepth(of: node))
    for index in nodes[node].literal { offsets[index] = Int32(aligner.matchVerbatim(text[index])) }
  }
}
