internal import HjelpMarkdown

/// Cuts a source article into the sentences that are translated one by one.
struct SourceSegmenter {
  /// The sentences, in bytes from the start of the Markdown, in order.
  private(set) var sentences: [Range<Int>] = []
  /// Where a heading's text begins, and its anchor's text.
  private(set) var headings: [(start: Int, text: [UInt8])] = []
  private let document: Document

  init(_ document: Document) {
    self.document = document
    var node = 0
    while node >= 0 {
      let kind = document.nodes[node].kind
      let isLeaf = kind.holdsInlines
      if kind == .paragraph || kind == .heading || kind == .tableCell { read(node) }
      node = document.following(node, within: 0, skipsChildren: isLeaf)
    }
  }

  private mutating func read(_ block: Int) {
    let count = sentences.count
    var start: Int?
    var end = 0
    var hasLetters = false
    func isStart(_ place: Int) -> Bool {
      guard place < document.markdown.count else { return false }
      let byte = document.markdown[place]
      return (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
        || [0x60, 0x5B, 0x2A, 0x22, 0x28].contains(byte)
    }
    for child in document.children(of: block) {
      let node = document.nodes[child]
      switch node.kind {
      case .text:
        for index in node.literal {
          let place = document.offset(ofTextByte: index)
          guard place >= 0 else { continue }
          let byte = document.text[index]
          if start == nil {
            if byte > 0x20 { start = place } else { continue }
          }
          if byte > 0x20 { end = max(end, place + 1) }
          if (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 { hasLetters = true }
          if byte <= 0x20, let first = start, end > first, endsSentence(end - 1),
            isStart(afterBlanks(place))
          {
            append(first..<end, hasLetters)
            start = nil
            hasLetters = false
          }
        }
      case .softBreak, .lineBreak:
        if let first = start, end > first, endsSentence(end - 1), isStart(afterBlanks(end)) {
          append(first..<end, hasLetters)
          start = nil
          hasLetters = false
        }
      default:
        start = start ?? node.range.lowerBound
        end = max(end, node.range.upperBound)
        if node.kind != .code, node.kind != .image, node.kind != .htmlInline { hasLetters = true }
      }
    }
    if let start, end > start { append(start..<end, hasLetters) }
    if document.nodes[block].kind == .heading, sentences.count > count {
      // A heading is one unit, whatever marks are in it.
      let whole = sentences[count].lowerBound..<sentences[sentences.count - 1].upperBound
      sentences.removeSubrange(count...)
      sentences.append(whole)
      headings.append((whole.lowerBound, document.plainBytes(of: block)))
    }
  }

  private mutating func append(_ range: Range<Int>, _ hasLetters: Bool) {
    if hasLetters { sentences.append(range) }
  }

  /// Whether the mark at a place ends a sentence; closing quotes and brackets may stand behind it.
  private func endsSentence(_ place: Int) -> Bool {
    var place = place
    while place > 0, [0x22, 0x29, 0x2A, 0x5F].contains(document.markdown[place]) { place -= 1 }
    return [0x2E, 0x21, 0x3F].contains(document.markdown[place])
  }

  private func afterBlanks(_ place: Int) -> Int {
    var place = place
    while place < document.markdown.count,
      document.markdown[place] <= 0x20 || document.markdown[place] == UInt8(ascii: ">")
    {
      place += 1
    }
    return place
  }
}
