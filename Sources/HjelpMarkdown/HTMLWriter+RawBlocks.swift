internal import HjelpEncoding

extension HTMLWriter {
  /// Writes a block of raw HTML; elements that it leaves open stay open over the blocks behind it.
  mutating func writeRawBlock(_ index: Int) {
    let container = document.nodes[index].parent
    elements.removeAll(keepingCapacity: true)
    openMark = nil
    suppressed = nil
    rawFrame = nil
    var tokenizer = HTMLTokenizer(document.text, range: document.nodes[index].literal)
    while let token = tokenizer.next() {
      switch token {
      case .markup: break
      case .text(let range): writeRawText(range, in: index)
      case .tag(let tag): writeRawTag(tag, in: index, container: container)
      }
    }
    endRawFrame(in: index)
    write("\n")
  }

  /// Writes the text and inline markup of a block of raw HTML that lies in the clip.
  mutating func writeRawInlines(_ index: Int) {
    elements.removeAll(keepingCapacity: true)
    openMark = nil
    suppressed = nil
    var tokenizer = HTMLTokenizer(document.text, range: document.nodes[index].literal)
    while let token = tokenizer.next() {
      switch token {
      case .markup: break
      case .text(let range): writeDecodedText(range)
      case .tag(let tag):
        guard isShown(markdownRange(of: tag.range)) else { continue }
        switch HTMLPolicy.category(of: tag.name) {
        case .inline, .void: writeInlineTag(tag, parent: index)
        default: write(" ")
        }
      }
    }
    closeElements(downTo: 0)
    closeMark()
  }

  // MARK: - Text

  private mutating func writeRawText(_ range: Range<Int>, in index: Int) {
    guard suppressed == nil else { return }
    let isBlank = document.bytes(range).allSatisfy { $0 <= 0x20 }
    if isBlank {
      let isBetweenWords = raw.last.map { !Self.holdsPartsOnly($0.name) } ?? false
      if rawFrame != nil || !elements.isEmpty || isBetweenWords { write(" ") }
      return
    }
    prepareFlow()
    beginRawFrame(for: range)
    writeDecodedText(range)
  }

  /// Text between tags, whose character references Markdown has not resolved.
  private mutating func writeDecodedText(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard document.text[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, end - index < 34, document.text[end] != UInt8(ascii: ";") {
        end += 1
      }
      guard end < range.upperBound, document.text[end] == UInt8(ascii: ";") else {
        index += 1
        continue
      }
      let decoded = CharacterReference.decoded(document.bytes(index..<end + 1))
      guard decoded.count != end + 1 - index || decoded.first != UInt8(ascii: "&") else {
        index += 1
        continue
      }
      writeText(start..<index)
      if isShown(markdownRange(of: index..<end + 1)) { HTMLEscaping.append(decoded, to: &out) }
      index = end + 1
      start = index
    }
    writeText(start..<range.upperBound)
  }

  /// Where only parts of a table or list may stand, text ends them.
  private mutating func prepareFlow() {
    while let last = raw.last, Self.holdsPartsOnly(last.name) { popRaw() }
  }

  private static func holdsPartsOnly(_ name: String) -> Bool {
    ["table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "hr"].contains(name)
  }

  // MARK: - Frames

  /// Text with marks in raw HTML gets its frame within the element that holds it.
  private mutating func beginRawFrame(for range: Range<Int>) {
    guard rawFrame == nil, elements.isEmpty else {
      if rawFrame != nil { extendRawFrame(by: range) }
      return
    }
    let found = marks(in: markdownRange(of: range))
    guard !found.isEmpty else { return }
    rawFrame = (out.count, found)
  }

  private mutating func extendRawFrame(by range: Range<Int>) {
    let found = marks(in: markdownRange(of: range))
    guard !found.isEmpty, let frame = rawFrame else { return }
    rawFrame?.marks =
      min(
        frame.marks.lowerBound, found.lowerBound)..<max(
        frame.marks.upperBound, found.upperBound)
  }

  private mutating func endRawFrame(in index: Int) {
    closeElements(downTo: 0)
    closeMark()
    guard let open = rawFrame else { return }
    rawFrame = nil
    let block = LeafBlock(node: index, headingLevel: 0, isWithinText: true, marks: open.marks)
    guard let frame = options.frame(block) else { return }
    out.insert(contentsOf: frame.before + Array("<span class=\"t\">".utf8), at: open.start)
    write("</span>")
    out.append(contentsOf: frame.after)
  }

  // MARK: - Tags

  private mutating func writeRawTag(_ tag: HTMLTag, in index: Int, container: Int) {
    if let name = suppressed {
      if tag.isClosing, tag.name == name { suppressed = nil }
      return
    }
    switch HTMLPolicy.category(of: tag.name) {
    case .inline, .void, nil:
      // A pseudo tag is text, its end too.
      let isPseudo = !HTMLPolicy.isKnown(tag.name)
      if isPseudo || !tag.isClosing && HTMLPolicy.category(of: tag.name) != nil {
        prepareFlow()
        if elements.isEmpty, rawFrame == nil, let mark = nextMark(behind: tag) {
          rawFrame = (out.count, mark..<mark + 1)
        }
      }
      writeInlineTag(tag, parent: index)
    case .block:
      endRawFrame(in: index)
      if tag.isClosing {
        closeRaw(tag.name, in: container)
      } else {
        closeRawParagraph()
        guard canHoldBlocks else {
          drop(.tag, tag.name, markdownRange(of: tag.range))
          return
        }
        push(tag, container: container)
      }
    case .part(let parents):
      endRawFrame(in: index)
      if tag.isClosing {
        closeRaw(tag.name, in: container)
      } else if openParent(parents, for: tag.name, in: container) {
        push(tag, container: container)
      } else {
        drop(.tag, tag.name, markdownRange(of: tag.range))
      }
    }
  }

  /// The mark that an inline tag lies in.
  private func nextMark(behind tag: HTMLTag) -> Int? {
    let range = markdownRange(of: tag.range)
    return marks(in: range).first
  }

  private mutating func push(_ tag: HTMLTag, container: Int) {
    if tag.name == "hr" {
      write("<hr>")
      return
    }
    // A table that is wider than the page scrolls in a frame of its own.
    if tag.name == "table" { write("<div class=\"tw\">") }
    let start = out.count
    if writeOpening(tag) {
      raw.append(RawElement(name: tag.name, container: container, start: start))
    }
  }

  private var canHoldBlocks: Bool {
    guard let last = raw.last else { return true }
    return !Self.holdsPartsOnly(last.name) && !["pre", "summary"].contains(last.name)
      && !(last.name.utf8.count == 2 && last.name.hasPrefix("h"))
  }

  private mutating func closeRawParagraph() {
    if raw.last?.name == "p" { popRaw() }
    if let last = raw.last, last.name.utf8.count == 2, last.name.hasPrefix("h") { popRaw() }
  }

  /// The index of the first element that was opened in `container`: what stands around the container
  /// cannot be closed from within it.
  private func firstLevel(in container: Int) -> Int {
    raw.lastIndex { $0.container != container }.map { $0 + 1 } ?? 0
  }

  /// Closes elements until one that may hold `name` is the last; false if none is open.
  private mutating func openParent(
    _ parents: [String], for name: String, in container: Int
  ) -> Bool {
    let scope = ["td", "th", "caption"]
    let first = firstLevel(in: container)
    var level = raw.count
    while level > first {
      let element = raw[level - 1].name
      if parents.contains(element) {
        while raw.count > level { popRaw() }
        return true
      }
      // A part closes its own kind, and cells close for rows, but not for another table's parts.
      let isOwnTable =
        scope.contains(element)
        && ["td", "th", "tr", "tbody", "tfoot", "thead"]
          .contains(name)
      let isOpenPart = ["li", "dt", "dd", "tr", "thead", "tbody", "tfoot", "p"].contains(element)
      guard isOwnTable || isOpenPart else { return false }
      level -= 1
    }
    return false
  }

  private mutating func closeRaw(_ name: String, in container: Int) {
    let opened = raw[firstLevel(in: container)...]
    guard let level = opened.lastIndex(where: { $0.name == name }) else { return }
    // A cell's content cannot close what stands around the cell.
    let isInner = raw[(level + 1)...].contains { ["td", "th"].contains($0.name) }
    if isInner, !["table", "tr", "thead", "tbody", "tfoot"].contains(name) { return }
    while raw.count > level { popRaw() }
  }

  private mutating func popRaw() {
    guard var element = raw.popLast() else { return }
    if element.name == "th", isEmpty(out[element.start...]) {
      // A header without text names nothing; for a screen reader it is no header.
      out[element.start + 2] = UInt8(ascii: "d")
      if let scope = out[element.start...].firstRange(of: Array(" scope=\"".utf8)),
        let end = out[scope.upperBound...].firstIndex(of: UInt8(ascii: "\""))
      {
        out.removeSubrange(scope.lowerBound...end)
      }
      element.name = "td"
    }
    write("</")
    write(element.name)
    write(">")
    if element.name == "table" { write("</div>") }
  }

  /// Whether nothing but tags of text and blanks stands in a part of the output.
  private func isEmpty(_ html: ArraySlice<UInt8>) -> Bool {
    var index = html.startIndex
    while index < html.endIndex {
      if html[index] == UInt8(ascii: "<") {
        if html[index...].starts(with: "<img".utf8) || html[index...].starts(with: "<span id".utf8)
        {
          return false
        }
        index = (html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.endIndex - 1) + 1
      } else if html[index] <= 0x20 {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Before a Markdown block: ends paragraphs and parts of tables that cannot hold it.
  mutating func closeRawText() {
    guard !raw.isEmpty else { return }
    closeRawParagraph()
    prepareFlow()
    while let last = raw.last, ["pre", "summary"].contains(last.name) { popRaw() }
  }

  /// At the end of a container: ends what was opened in it.
  mutating func closeRaw(in container: Int) {
    while let last = raw.last, last.container == container || container == 0 { popRaw() }
  }
}
