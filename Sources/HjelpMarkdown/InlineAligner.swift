/// Walks over the Markdown of one block and finds the texts of its inline nodes in it.
struct InlineAligner {
  /// Where the walk stands, in bytes from the start of the Markdown.
  private(set) var cursor: Int
  private let markdown: [UInt8]
  private let end: Int
  private let quoteDepth: Int

  init(markdown: [UInt8], range: Range<Int>, quoteDepth: Int) {
    self.markdown = markdown
    cursor = range.lowerBound
    end = range.upperBound
    self.quoteDepth = quoteDepth
  }

  /// Goes behind the `#` marks of a heading; a setext heading has none.
  mutating func skipHeadingMarks() {
    var index = cursor
    while byte(index) == UInt8(ascii: "#") { index += 1 }
    guard (1...6).contains(index - cursor), byte(index).map({ $0 <= 0x20 }) ?? true else { return }
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    cursor = index
  }

  /// How many bytes of a text node stand in the Markdown as they are, from the cursor on; the cursor
  /// goes behind them. A backslash or an ampersand ends the run.
  mutating func matchRun(_ text: [UInt8], _ range: Range<Int>) -> Int {
    guard pendingReference == 0 else { return 0 }
    var index = range.lowerBound
    var place = cursor
    while index < range.upperBound, place < end {
      let found = markdown[place]
      guard found == text[index], found != UInt8(ascii: "\\"), found != UInt8(ascii: "&") else {
        break
      }
      index += 1
      place += 1
    }
    cursor = place
    return index - range.lowerBound
  }

  /// The place of one byte of a text node; a character reference counts as its first byte, and
  /// `nil` means that the byte belongs to the reference before it.
  mutating func match(_ text: [UInt8], at index: Int, end textEnd: Int) -> Int? {
    let wanted = text[index]
    if pendingReference > 0 {
      pendingReference -= 1
      return nil
    }
    while let found = byte(cursor) {
      if found == UInt8(ascii: "\\"), byte(cursor + 1) == wanted, isPunctuation(wanted) {
        cursor += 2
        return cursor - 2
      }
      if found == UInt8(ascii: "&"), let length = referenceLength(at: cursor),
        wanted != found || isAmpersand(at: cursor, length: length)
      {
        let start = cursor
        cursor += length
        pendingReference = referenceBytes(text, from: index, end: textEnd) - 1
        return start
      }
      if found == wanted {
        cursor += 1
        return cursor - 1
      }
      cursor += 1
    }
    return end
  }

  private var pendingReference = 0

  /// The place of one byte that stands in the Markdown as it is; a blank may be a line end, and
  /// what containers put before a line is passed over.
  mutating func matchVerbatim(_ wanted: UInt8) -> Int {
    var index = cursor
    while let found = byte(index), found != wanted {
      if found == 0x0A, wanted == 0x20 { break }
      index += 1
    }
    guard index < end else { return min(cursor, end) }
    cursor = index + 1
    return index
  }

  /// Goes to the next `wanted`, and returns where it is.
  mutating func skip(to wanted: UInt8) -> Int {
    var index = cursor
    while let found = byte(index), found != wanted { index += 1 }
    if index < end { cursor = index }
    return cursor
  }

  /// Goes behind the next line end and the marks of the containers on the new line.
  mutating func skipLineEnd() {
    while let found = byte(cursor), found != 0x0A { cursor += 1 }
    if cursor < end { cursor += 1 }
    skipContainerMarks()
  }

  private mutating func skipContainerMarks() {
    var quotes = quoteDepth
    while let found = byte(cursor) {
      if found == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if found != 0x20, found != 0x09 {
        return
      }
      cursor += 1
    }
  }

  // MARK: - Markup

  private var codeMarks = 0

  /// Goes behind the backticks that open a code span.
  mutating func openCode() -> Int {
    let start = skip(to: UInt8(ascii: "`"))
    codeMarks = run(UInt8(ascii: "`"), at: start)
    cursor = start + codeMarks
    return start
  }

  /// Goes behind the backticks that close it.
  mutating func closeCode(from start: Int) {
    while let found = byte(cursor) {
      if found == UInt8(ascii: "`") {
        let length = run(found, at: cursor)
        cursor += length
        if length == codeMarks { return }
      } else {
        cursor += 1
      }
    }
  }

  /// Goes behind the marks that open emphasis.
  mutating func openDelimiter(_ count: Int) -> Int {
    while let found = byte(cursor), found != UInt8(ascii: "*"), found != UInt8(ascii: "_") {
      cursor += 1
    }
    let start = cursor
    cursor = min(cursor + count, end)
    return start
  }

  /// Goes behind the marks that close emphasis.
  mutating func closeDelimiter(_ count: Int) { _ = openDelimiter(count) }

  /// Goes behind the `[` or `<` that opens a link.
  mutating func openLink() -> Int {
    while let found = byte(cursor), found != UInt8(ascii: "["), found != UInt8(ascii: "<") {
      cursor += 1
    }
    let start = cursor
    cursor = min(cursor + 1, end)
    return start
  }

  /// Goes behind the `![` that opens an image.
  mutating func openImage() -> Int {
    let start = skip(to: UInt8(ascii: "!"))
    cursor = min(start + 2, end)
    return start
  }

  /// Goes behind the end of a link or image whose text is over.
  mutating func closeLink(from start: Int) {
    if byte(start) == UInt8(ascii: "<") {
      _ = skip(to: UInt8(ascii: ">"))
      cursor = min(cursor + 1, end)
      return
    }
    _ = skip(to: UInt8(ascii: "]"))
    cursor = min(cursor + 1, end)
    if byte(cursor) == UInt8(ascii: "(") {
      skipDestination()
    } else if byte(cursor) == UInt8(ascii: "[") {
      _ = skip(to: UInt8(ascii: "]"))
      cursor = min(cursor + 1, end)
    }
  }

  /// Goes behind `(destination "title")`.
  private mutating func skipDestination() {
    cursor += 1
    var depth = 1
    var quote: UInt8?
    var isFirst = true
    while let found = byte(cursor) {
      cursor += 1
      if found == UInt8(ascii: "\\"), let next = byte(cursor), isPunctuation(next) {
        cursor += 1
      } else if let open = quote {
        if found == open { quote = nil }
      } else if isFirst, found == UInt8(ascii: "<") {
        quote = UInt8(ascii: ">")
      } else if found == UInt8(ascii: "\"") || found == UInt8(ascii: "'"),
        let before = byte(cursor - 2), before <= 0x20
      {
        quote = found
      } else if found == UInt8(ascii: "(") {
        depth += 1
      } else if found == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return }
      }
      if found > 0x20 { isFirst = false }
    }
  }

  // MARK: - Bytes

  private func byte(_ index: Int) -> UInt8? { index < end ? markdown[index] : nil }

  private func run(_ mark: UInt8, at start: Int) -> Int {
    var index = start
    while byte(index) == mark { index += 1 }
    return index - start
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The length of `&name;`, `&#1;` or `&#x1;` at `start`.
  private func referenceLength(at start: Int) -> Int? {
    var index = start + 1
    while index < start + 34, let found = byte(index) {
      if found == UInt8(ascii: ";") { return index > start + 1 ? index - start + 1 : nil }
      let isPart =
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(found)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(found | 0x20)
        || found == UInt8(ascii: "#") && index == start + 1
      guard isPart else { return nil }
      index += 1
    }
    return nil
  }

  private func isAmpersand(at start: Int, length: Int) -> Bool {
    ["&amp;", "&AMP;", "&#38;", "&#x26;", "&#X26;"].contains(
      String(decoding: markdown[start..<start + length], as: UTF8.self))
  }

  /// The bytes of the text that the reference before the cursor stands for: those up to the byte
  /// that follows it in the Markdown; one character, if that says nothing.
  private func referenceBytes(_ text: [UInt8], from start: Int, end textEnd: Int) -> Int {
    var length = 1
    while start + length < textEnd, text[start + length] & 0xC0 == 0x80 { length += 1 }
    guard start + length < textEnd, let following = byte(cursor),
      following != text[start + length], following != UInt8(ascii: "&"),
      following != UInt8(ascii: "\\"), text[start + length] >= 0x80
    else { return length }
    length += 1
    while start + length < textEnd, text[start + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }
}
