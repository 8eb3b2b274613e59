internal import HjelpDiagnostics
internal import HjelpArticle
internal import HjelpMarkdown

/// Finds sentences that stand outside any unit in blocks that have units.
struct TextOutsideUnits {
  /// Places in the Markdown of the edition.
  private(set) var stretches: [Range<Int>] = []
  private let edition: Edition
  private let document: Document

  init(_ edition: Edition, _ document: Document) {
    self.edition = edition
    self.document = document
    var node = 0
    while node >= 0 {
      let isLeaf = document.nodes[node].kind.holdsInlines
      if isLeaf { read(node) }
      node = document.following(node, within: 0, skipsChildren: isLeaf)
    }
  }

  private mutating func read(_ block: Int) {
    let range = document.nodes[block].range
    let marks = marks(in: range)
    guard !marks.isEmpty else { return }
    var gaps: [Range<Int>] = []
    var start = range.lowerBound
    for mark in marks {
      if mark.range.lowerBound > start { gaps.append(start..<mark.range.lowerBound) }
      start = max(start, mark.range.upperBound)
    }
    if start < range.upperBound { gaps.append(start..<range.upperBound) }
    for gap in gaps {
      if let stretch = sentence(in: block, gap: gap) { stretches.append(stretch) }
    }
  }

  private func marks(in range: Range<Int>) -> ArraySlice<Edition.Mark> {
    let marks = edition.marks
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.upperBound > range.lowerBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var end = low
    while end < marks.count, marks[end].range.lowerBound < range.upperBound { end += 1 }
    return marks[low..<end]
  }

  /// The stretch of a gap that text nodes outside code, images and URLs fill with a sentence: four
  /// words, or ten letters of a script without blanks.
  private func sentence(in block: Int, gap: Range<Int>) -> Range<Int>? {
    guard gap.count >= 8 else { return nil }
    var first: Int?
    var last = 0
    var text: [UInt8] = []
    var node = document.nodes[block].firstChild
    while node >= 0 {
      let kind = document.nodes[node].kind
      let isHidden = kind == .image || document.isAutolink(node)
      if kind == .text, !isHidden {
        for index in document.nodes[node].literal {
          let place = document.offset(ofTextByte: index)
          guard gap.contains(place) else { continue }
          text.append(document.text[index])
          if document.text[index] > 0x20 {
            first = first ?? place
            last = place + 1
          }
        }
        text.append(0x20)
      }
      node = document.following(node, within: block, skipsChildren: isHidden)
    }
    guard let first, isSentence(text[...]) else { return nil }
    return first..<max(first, last)
  }

  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split { !((0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80) }
    if words.count(where: { $0.count > 1 }) >= 4 { return true }
    return words.contains { word in word.count(where: { $0 >= 0xE3 }) >= 10 }
  }
}
