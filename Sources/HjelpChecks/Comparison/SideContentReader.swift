internal import HjelpArticle
internal import HjelpMarkdown

/// Walks over a document once and gives each unit what lies within it.
struct SideContentReader {
  private(set) var text: [UInt8] = []
  /// Where runs of the text come from: starts in the text and in the Markdown, in order.
  private(set) var runs: [(text: Int, place: Int)] = []
  /// The parts of the text that have traits, in order.
  private(set) var marked: [(range: Range<Int>, traits: TextTraits)] = []
  private(set) var links: [LinkSpan] = []
  private(set) var codes: [CodeSpan] = []
  private(set) var emphases: [EmphasisSpan] = []
  private(set) var tags: [TagSpan] = []
  var segments: [Segment]

  private let document: Document
  private let marks: [Edition.Mark]
  /// The mark that the walk stands in or before.
  private var mark = 0
  /// Whether the segment of `mark` has been opened.
  private var isOpen = false
  private var block = Segment.Block.none
  /// The links and emphases that the walk stands in.
  private var open: [Open] = []
  private var current: TextTraits = []

  private struct Open {
    var node: Int
    var textStart: Int
    var mark: Int
    var traits: TextTraits
  }

  init(_ article: Article, _ edition: Edition, _ document: Document) {
    self.document = document
    marks = edition.marks
    segments = Array(repeating: Segment(), count: article.units.count)
    text.reserveCapacity(edition.markdown.count)
    runs.reserveCapacity(article.units.count * 4)
    for mark in marks { segments[mark.unit].edition = mark.range }
  }

  mutating func read() {
    var node = 0
    while node >= 0 {
      let skips = enter(node)
      let hasChildren = document.nodes[node].firstChild >= 0 && !skips
      if hasChildren {
        node = document.nodes[node].firstChild
        continue
      }
      leave(node)
      while node > 0, document.nodes[node].next < 0 {
        node = document.nodes[node].parent
        leave(node)
      }
      node = node > 0 ? document.nodes[node].next : -1
    }
    finish()
  }

  /// Reads a node before its children; returns whether they are passed over.
  private mutating func enter(_ node: Int) -> Bool {
    switch document.nodes[node].kind {
    case .paragraph, .video: block = .paragraph
    case .heading: block = .heading
    case .tableCell: block = .tableCell
    case .text: append(document.nodes[node].literal)
    case .code:
      let start = text.count
      current.insert(.code)
      append(document.nodes[node].literal)
      current.remove(.code)
      let range = document.nodes[node].range
      if isWithin(range) { codes.append(CodeSpan(range: range, text: start..<text.count)) }
    case .softBreak, .lineBreak: appendBlank(at: document.nodes[node].range.lowerBound)
    case .htmlInline: readHTML(node)
    case .htmlBlock:
      block = .html
      readHTML(node)
    case .image:
      let range = document.nodes[node].range
      advance(to: range.lowerBound)
      if isWithin(range) {
        links.append(
          LinkSpan(
            kind: .image, range: range, text: text.count..<text.count,
            destination: Array(document.text[document.nodes[node].destination])))
      }
      return true
    case .link, .emphasis, .strong:
      advance(to: document.nodes[node].range.lowerBound)
      open.append(Open(node: node, textStart: text.count, mark: mark, traits: current))
      current.insert(trait(of: node))
    default: break
    }
    return false
  }

  private func trait(of node: Int) -> TextTraits {
    switch document.nodes[node].kind {
    case .strong: .strong
    case .emphasis: .emphasis
    default: document.isAutolink(node) ? [.link, .autolink] : .link
    }
  }

  private mutating func leave(_ node: Int) {
    guard let last = open.last, last.node == node else { return }
    open.removeLast()
    current = last.traits
    let range = document.nodes[node].range
    let isLink = document.nodes[node].kind == .link
    guard last.mark == mark, isWithin(range) else {
      // Its units lie inside it, or it crosses the ends of one.
      markCrossed(range)
      return
    }
    let span = min(last.textStart, text.count)..<text.count
    if isLink {
      links.append(
        LinkSpan(
          kind: document.isAutolink(node) ? .autolink : .link, range: range, text: span,
          destination: Array(document.text[document.nodes[node].destination])))
    } else {
      emphases.append(
        EmphasisSpan(
          isStrong: document.nodes[node].kind == .strong, range: range, text: span))
    }
  }

  private mutating func markCrossed(_ range: Range<Int>) {
    var index = min(mark, marks.count - 1)
    while index >= 0, marks[index].range.upperBound > range.lowerBound {
      let place = marks[index].range
      let isWithin = range.lowerBound <= place.lowerBound && place.upperBound <= range.upperBound
      if place.lowerBound < range.upperBound, !isWithin {
        segments[marks[index].unit].isCrossed = true
      }
      index -= 1
    }
  }

  /// Whether a range lies in the unit that the walk stands in.
  private func isWithin(_ range: Range<Int>) -> Bool {
    guard mark < marks.count else { return false }
    return marks[mark].range.lowerBound <= range.lowerBound
      && range.upperBound <= marks[mark].range.upperBound
  }

  /// Goes on to the unit that holds a place, or to the next one.
  private mutating func advance(to place: Int) {
    while mark < marks.count, marks[mark].range.upperBound <= place {
      close()
      mark += 1
    }
    if !isOpen, mark < marks.count, marks[mark].range.lowerBound <= place { openSegment() }
  }

  private mutating func openSegment() {
    isOpen = true
    let unit = marks[mark].unit
    segments[unit].text = text.count..<text.count
    segments[unit].links = links.count..<links.count
    segments[unit].codes = codes.count..<codes.count
    segments[unit].emphases = emphases.count..<emphases.count
    segments[unit].tags = tags.count..<tags.count
    segments[unit].block = block
  }

  private mutating func close() {
    guard isOpen else { return }
    isOpen = false
    let unit = marks[mark].unit
    var end = text.count
    while end > segments[unit].text.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    segments[unit].text = segments[unit].text.lowerBound..<end
    segments[unit].links = segments[unit].links.lowerBound..<links.count
    segments[unit].codes = segments[unit].codes.lowerBound..<codes.count
    segments[unit].emphases = segments[unit].emphases.lowerBound..<emphases.count
    segments[unit].tags = segments[unit].tags.lowerBound..<tags.count
  }

  private mutating func finish() {
    close()
    mark = marks.count
  }

  // MARK: - Text

  /// Adds what of a range of the document's text lies in units.
  private mutating func append(_ range: Range<Int>) {
    guard let last = range.last else { return }
    let first = document.offset(ofTextByte: range.lowerBound)
    guard first >= 0 else { return }
    advance(to: first)
    if document.offset(ofTextByte: last) == first + range.count - 1, isOpen,
      first + range.count <= marks[mark].range.upperBound,
      marks[mark].range.lowerBound <= first
    {
      // The usual case: the text stands in the Markdown as it is, and in one unit.
      note(range.count, at: first, current)
      text.append(contentsOf: document.text[range])
      return
    }
    var place = first
    for index in range {
      let offset = document.offset(ofTextByte: index)
      if offset >= 0 { place = offset }
      advance(to: place)
      guard isOpen, marks[mark].range.contains(place) else { continue }
      let isEscaped =
        document.markdown[place] == UInt8(ascii: "\\") && document.text[index] != UInt8(ascii: "\\")
        || document.markdown[place] == UInt8(ascii: "\\")
          && place + 1 < document.markdown.count
          && document.markdown[place + 1] == UInt8(ascii: "\\")
      note(1, at: place, isEscaped ? current.union(.escaped) : current)
      text.append(document.text[index])
    }
  }

  /// Notes where the next bytes of the text come from and what they are part of.
  private mutating func note(_ count: Int, at place: Int, _ traits: TextTraits) {
    // A run goes on where the last bytes ended.
    let isNewRun = runs.last.map { $0.place + text.count - $0.text != place } ?? true
    if isNewRun { runs.append((text.count, place)) }
    if traits != [] { marked.append((text.count..<text.count + count, traits)) }
  }

  private mutating func appendBlank(at place: Int) {
    guard isOpen, mark < marks.count, marks[mark].range.contains(place), text.last != 0x20 else {
      return
    }
    note(1, at: place, current)
    text.append(0x20)
  }

  // MARK: - HTML

  private mutating func readHTML(_ node: Int) {
    let literal = document.nodes[node].literal
    let first = document.offset(ofTextByte: literal.lowerBound)
    guard first >= 0 else { return }
    for token in HTMLTags.tokens(document, literal) {
      switch token {
      case .text(let range): append(range)
      case .tag(let tag):
        let start = document.offset(ofTextByte: tag.range.lowerBound)
        let end = document.offset(ofTextByte: tag.range.upperBound - 1) + 1
        guard start >= 0, end > start else { continue }
        advance(to: start)
        guard isOpen, isWithin(start..<end) else { continue }
        tags.append(
          TagSpan(
            name: tag.name, isClosing: tag.isClosing, isEmpty: tag.isEmpty, range: start..<end,
            text: text.count))
        if tag.name == "br" { appendBlank(at: start) }
        if let link = tag.destination {
          links.append(
            LinkSpan(
              kind: tag.name == "img" ? .image : .link, range: start..<end,
              text: text.count..<text.count, destination: link))
        }
      }
    }
  }
}
