internal import HjelpEncoding

extension HTMLWriter {
  mutating func writeInlines(of block: Int) {
    elements.removeAll(keepingCapacity: true)
    openMark = nil
    suppressed = nil
    var node = document.nodes[block].firstChild
    while node >= 0 {
      if enterInline(node) {
        node = document.nodes[node].firstChild
        continue
      }
      while document.nodes[node].next < 0 {
        node = document.nodes[node].parent
        if node == block {
          closeElements(downTo: 0)
          closeMark()
          return
        }
        leaveInline(node)
      }
      node = document.nodes[node].next
    }
    closeElements(downTo: 0)
    closeMark()
  }

  private mutating func enterInline(_ index: Int) -> Bool {
    let node = document.nodes[index]
    if suppressed != nil, node.kind != .htmlInline {
      return node.firstChild >= 0 && node.kind != .image
    }
    switch node.kind {
    case .text: writeText(node.literal)
    case .softBreak: write("\n")
    case .lineBreak:
      if isShown(node.range) { write("<br>\n") }
    case .code: writeCodeSpan(node)
    case .htmlInline:
      if isShown(node.range) { writeInlineHTML(node, index) }
    case .image:
      if isShown(node.range) { writeImage(index) }
    case .emphasis: open("em", for: index)
    case .strong: open("strong", for: index)
    case .link: openLink(index)
    default: break
    }
    return node.firstChild >= 0 && node.kind != .image
  }

  private mutating func leaveInline(_ index: Int) {
    guard let level = elements.firstIndex(where: { $0.node == index && !$0.isRaw }) else {
      // The element was not written, but raw HTML in it may be open.
      if let first = elements.firstIndex(where: { $0.node == index }) {
        closeElements(downTo: first)
      }
      return
    }
    closeElements(downTo: level)
  }

  // MARK: - Elements

  /// Whether something at `range` is within the clip.
  func isShown(_ range: Range<Int>) -> Bool {
    guard let clip else { return true }
    return clip.contains(range.lowerBound)
  }

  private func isWhole(_ range: Range<Int>) -> Bool {
    guard let clip else { return true }
    return clip.lowerBound <= range.lowerBound && range.upperBound <= clip.upperBound
  }

  /// Makes sure that what stands at `range` lies in its mark, or outside of any.
  private mutating func prepareMark(for range: Range<Int>) {
    let mark = mark(containing: range)
    guard mark != openMark else { return }
    closeMark()
    if let mark { open(mark: mark) }
  }

  private mutating func open(_ name: String, for index: Int) {
    let range = document.nodes[index].range
    guard isWhole(range) else { return }
    prepareMark(for: range)
    write("<")
    write(name)
    write(">")
    elements.append(OpenElement(name: name, node: index, isRaw: false))
  }

  private mutating func openLink(_ index: Int) {
    let node = document.nodes[index]
    guard isWhole(node.range), !elements.contains(where: { $0.name == "a" }) else { return }
    let url = document.bytes(node.destination)
    let scheme = URLPolicy.scheme(of: url)
    if let scheme, !options.urls.allowsLink(scheme) {
      drop(.scheme, scheme, node.range)
      return
    }
    prepareMark(for: node.range)
    write("<a href=\"")
    writeEscaped(options.link(url))
    if !node.title.isEmpty {
      write("\" title=\"")
      HTMLEscaping.append(document.bytes(node.title), to: &out)
    }
    write("\">")
    elements.append(OpenElement(name: "a", node: index, isRaw: false))
  }

  mutating func closeElements(downTo level: Int) {
    while elements.count > level {
      if openMark != nil, openMarkLevel >= elements.count { closeMark() }
      let element = elements.removeLast()
      write("</")
      write(element.name)
      write(">")
    }
  }

  // MARK: - Marks

  /// The mark that holds the whole of `range`.
  private func mark(containing range: Range<Int>) -> Int? {
    let candidates = marks(in: range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
    guard let first = candidates.first, marks[first].range.lowerBound <= range.lowerBound,
      range.upperBound <= marks[first].range.upperBound
    else { return nil }
    return first
  }

  private mutating func open(mark: Int) {
    write("<span ")
    if !isStarted[mark], let id = marks[mark].id {
      write("id=\"")
      writeEscaped(id)
    } else {
      write("data-u=\"")
      writeEscaped(marks[mark].name)
    }
    write("\">")
    isStarted[mark] = true
    openMark = mark
    openMarkLevel = elements.count
  }

  /// Closes the open mark; elements that were opened within it are closed and opened again, which
  /// only raw HTML can need.
  mutating func closeMark() {
    guard openMark != nil else { return }
    openMark = nil
    var reopened: [OpenElement] = []
    while elements.count > openMarkLevel {
      let element = elements.removeLast()
      write("</")
      write(element.name)
      write(">")
      if element.isRaw { reopened.append(element) }
    }
    write("</span>")
    for element in reopened.reversed() where element.name != "a" {
      write("<")
      write(element.name)
      write(">")
      elements.append(element)
    }
  }

  // MARK: - Text

  mutating func writeText(_ literal: Range<Int>) {
    var start = literal.lowerBound
    var current = literal.lowerBound
    var place = -1
    var known: Range<Int> = 0..<0
    while current < literal.upperBound {
      let offset = document.offset(ofTextByte: current)
      if offset >= 0 { place = offset }
      if place >= 0, !known.contains(place) {
        writeRun(start..<current)
        start = current
        known = enterStretch(at: place)
      }
      current += 1
    }
    writeRun(start..<literal.upperBound)
  }

  /// Opens or closes marks for what stands at `place`; returns how far this holds.
  private mutating func enterStretch(at place: Int) -> Range<Int> {
    if let clip, !clip.contains(place) {
      hidesRun = true
      return place < clip.lowerBound ? place..<clip.lowerBound : place..<Int.max
    }
    hidesRun = false
    let limit = clip?.upperBound ?? Int.max
    let here = marks(in: place..<place + 1)
    if let mark = here.first {
      if mark != openMark {
        closeMark()
        open(mark: mark)
      }
      return place..<min(marks[mark].range.upperBound, limit)
    }
    closeMark()
    let next = here.lowerBound < marks.count ? marks[here.lowerBound].range.lowerBound : Int.max
    return place..<min(next, limit)
  }

  private mutating func writeRun(_ range: Range<Int>) {
    guard !range.isEmpty, !hidesRun else { return }
    HTMLEscaping.append(document.bytes(range), to: &out)
  }

  private mutating func writeCodeSpan(_ node: Node) {
    guard isShown(node.range) else { return }
    prepareMark(for: node.range)
    write("<code>")
    HTMLEscaping.append(document.bytes(node.literal), to: &out)
    write("</code>")
  }

  private mutating func writeImage(_ index: Int) {
    let node = document.nodes[index]
    prepareMark(for: node.range)
    let alternative = document.plainText(of: index)
    let url = document.bytes(node.destination)
    let scheme = URLPolicy.scheme(of: url)
    if let scheme, !options.urls.allowsImage(scheme, url: url) {
      drop(.scheme, scheme, node.range)
      writeEscaped(alternative)
      return
    }
    guard !url.isEmpty, let address = options.image(url) else {
      writeEscaped(alternative)
      return
    }
    write("<img src=\"")
    writeEscaped(address)
    write("\" alt=\"")
    writeEscaped(alternative)
    if !node.title.isEmpty {
      write("\" title=\"")
      HTMLEscaping.append(document.bytes(node.title), to: &out)
    }
    write("\" loading=\"lazy\">")
  }

  // MARK: - Raw HTML in text

  private mutating func writeInlineHTML(_ node: Node, _ index: Int) {
    var tokenizer = HTMLTokenizer(document.text, range: node.literal)
    while let token = tokenizer.next() {
      switch token {
      case .markup: break
      case .text(let range): if suppressed == nil { writeText(range) }
      case .tag(let tag): writeInlineTag(tag, parent: node.parent)
      }
    }
  }

  mutating func writeInlineTag(_ tag: HTMLTag, parent: Int) {
    let range = markdownRange(of: tag.range)
    if let name = suppressed {
      if tag.isClosing, tag.name == name { suppressed = nil }
      return
    }
    switch HTMLPolicy.category(of: tag.name) {
    case .inline:
      if tag.isClosing { closeInlineTag(tag, parent: parent) } else { openInlineTag(tag, parent) }
    case .void:
      guard !tag.isClosing else { return }
      prepareMark(for: range)
      writeVoid(tag)
    case .block, .part:
      if !tag.isClosing { drop(.tag, tag.name, range) }
    case nil:
      if HTMLPolicy.isKnown(tag.name) {
        if !tag.isClosing, !HTMLPolicy.isPresentation(element: tag.name) {
          drop(.tag, tag.name, range)
        }
        if !tag.isClosing, HTMLPolicy.dropsContent(tag.name) { suppressed = tag.name }
      } else {
        drop(.pseudoTag, tag.name, range)
        writeText(tag.range)
      }
    }
  }

  private mutating func openInlineTag(_ tag: HTMLTag, _ parent: Int) {
    if tag.name == "a" {
      if let bookmark = tag.attribute("name") ?? tag.attribute("id"), tag.attribute("href") == nil {
        writeBookmark(bookmark)
        return
      }
      guard !elements.contains(where: { $0.name == "a" }) else { return }
    }
    prepareMark(for: markdownRange(of: tag.range))
    if writeOpening(tag) {
      elements.append(OpenElement(name: tag.name, node: parent, isRaw: true))
    }
  }

  private mutating func closeInlineTag(_ tag: HTMLTag, parent: Int) {
    guard
      let level = elements.lastIndex(where: {
        $0.isRaw && $0.name == tag.name && $0.node == parent
      })
    else { return }
    closeElements(downTo: level)
  }

  /// `<a name="…">`: a place that links lead to. The element itself stays empty.
  mutating func writeBookmark(_ attribute: HTMLTag.Attribute) {
    let name = CharacterReference.decoded(document.bytes(attribute.value))
    guard claim(name) else { return }
    write("<span id=\"")
    HTMLEscaping.append(name, to: &out)
    write("\"></span>")
  }

  /// Takes an id for the page; false if it cannot be one, is taken, or ids are not kept.
  mutating func claim(_ id: [UInt8]) -> Bool {
    guard options.keepsIDs, !id.isEmpty, id.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      !id.starts(with: "Hjelp-".utf8)
    else { return false }
    return ids.insert(id).inserted
  }
}
