extension Document {
  /// Turns quotes that begin with `[!NOTE]` and its like into alerts, and `[!VIDEO url]` into
  /// videos.
  mutating func markAlerts() {
    for index in nodes.indices where nodes[index].kind == .paragraph {
      guard let label = label(at: index) else { continue }
      let quote = nodes[index].parent
      let startsQuote =
        quote >= 0 && nodes[quote].kind == .blockQuote && nodes[quote].firstChild == index
      if isVideo(label) {
        markVideo(index, label: label)
      } else if startsQuote, AlertLabel(text[label]) != nil {
        nodes[quote].kind = .alert
        nodes[quote].literal = label
        drop(label, from: index)
        // A second label under an intact one is a translated copy of it (`alert.label`).
        if let copy = strayLabel(index, quote: quote) {
          let start = offset(ofTextByte: copy.label.lowerBound - 2)
          let end = offset(ofTextByte: copy.label.upperBound) + 1
          if start >= 0, end > start { strayLabels.append(start..<end) }
          drop(copy.label, from: copy.paragraph)
        }
      }
    }
  }

  /// A label at the start of what stands under the label of an alert.
  private func strayLabel(_ paragraph: Int, quote: Int) -> (label: Range<Int>, paragraph: Int)? {
    let first = nodes[paragraph].parent >= 0 ? paragraph : nodes[quote].firstChild
    guard first >= 0, nodes[first].kind == .paragraph, let label = label(at: first),
      text[label.upperBound] == UInt8(ascii: "]"), !text[label].contains(0x20)
    else { return nil }
    return (label, first)
  }

  /// The word between `[!` and `]` or a blank that a paragraph begins with.
  package func label(at paragraph: Int) -> Range<Int>? {
    let first = nodes[paragraph].firstChild
    guard first >= 0, nodes[first].kind == .text else { return nil }
    let literal = nodes[first].literal
    guard literal.count > 3, text[literal.lowerBound] == UInt8(ascii: "["),
      text[literal.lowerBound + 1] == UInt8(ascii: "!")
    else { return nil }
    var end = literal.lowerBound + 2
    while end < literal.upperBound, text[end] > 0x20, text[end] != UInt8(ascii: "]") { end += 1 }
    guard end < literal.upperBound, end > literal.lowerBound + 2, end - literal.lowerBound < 40
    else { return nil }
    return literal.lowerBound + 2..<end
  }

  private func isVideo(_ label: Range<Int>) -> Bool {
    text[label].elementsEqual("VIDEO".utf8) && text[label.upperBound] == 0x20
  }

  /// Takes `[!LABEL]` and what separates it from the text out of a paragraph.
  private mutating func drop(_ label: Range<Int>, from paragraph: Int) {
    let first = nodes[paragraph].firstChild
    var start = label.upperBound
    let end = nodes[first].literal.upperBound
    guard start < end, text[start] == UInt8(ascii: "]") else { return }
    start += 1
    while start < end, text[start] <= 0x20 { start += 1 }
    nodes[first].literal = start..<end
    guard start == end else { return }
    remove(first)
    let next = nodes[paragraph].firstChild
    if next >= 0, nodes[next].kind == .softBreak || nodes[next].kind == .lineBreak { remove(next) }
    if nodes[paragraph].firstChild < 0 { remove(paragraph) }
  }

  private mutating func markVideo(_ paragraph: Int, label: Range<Int>) {
    let first = nodes[paragraph].firstChild
    let limit = nodes[first].literal.upperBound
    var start = label.upperBound
    while start < limit, text[start] <= 0x20 { start += 1 }
    var end = start
    while end < limit, text[end] > 0x20, text[end] != UInt8(ascii: "]") { end += 1 }
    guard end > start else { return }
    var video = paragraph
    let quote = nodes[paragraph].parent
    if nodes[quote].kind == .blockQuote, nodes[quote].firstChild == paragraph,
      nodes[paragraph].next < 0
    {
      video = quote
    }
    // What follows the video on its line stays as text behind it.
    var rest = end
    if rest < limit, text[rest] == UInt8(ascii: "]") { rest += 1 }
    while rest < limit, text[rest] <= 0x20 { rest += 1 }
    nodes[first].literal = rest..<limit
    let remaining = rest < limit ? first : nodes[first].next
    nodes[video].kind = .video
    nodes[video].destination = start..<end
    nodes[video].firstChild = remaining
    nodes[video].lastChild = remaining < 0 ? -1 : nodes[paragraph].lastChild
    var child = remaining
    while child >= 0 {
      nodes[child].parent = video
      child = nodes[child].next
    }
  }
}
