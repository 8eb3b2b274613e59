/// Cuts raw HTML into tags, comments and text. It never fails: what is no tag is text.
struct HTMLTokenizer {
  enum Token {
    case text(Range<Int>)
    case tag(HTMLTag)
    /// A comment, a declaration or a processing instruction.
    case markup(Range<Int>)
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "<"), let token = markup() { return token }
    let start = index
    index += 1
    while index < end, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index)
  }

  private mutating func markup() -> Token? {
    let start = index
    guard start + 1 < end else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      if start + 3 < end, bytes[start + 2] == 0x2D, bytes[start + 3] == 0x2D {
        index = find([0x2D, 0x2D, 0x3E], from: start + 4) ?? end
      } else {
        index = find([0x3E], from: start + 2) ?? end
      }
      return .markup(start..<index)
    case UInt8(ascii: "?"):
      index = find([0x3E], from: start + 2) ?? end
      return .markup(start..<index)
    case UInt8(ascii: "/"):
      guard start + 2 < end, isLetter(bytes[start + 2]) else { return nil }
      return tag(from: start, nameStart: start + 2, isClosing: true)
    default:
      guard isLetter(bytes[start + 1]) else { return nil }
      return tag(from: start, nameStart: start + 1, isClosing: false)
    }
  }

  private mutating func tag(from start: Int, nameStart: Int, isClosing: Bool) -> Token? {
    var cursor = nameStart
    while cursor < end, isNameByte(bytes[cursor]) { cursor += 1 }
    let name = lowered(nameStart..<cursor)
    var attributes: [HTMLTag.Attribute] = []
    while cursor < end, bytes[cursor] != UInt8(ascii: ">") {
      let byte = bytes[cursor]
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        cursor += 1
        continue
      }
      if byte == UInt8(ascii: "<") { return nil }
      let attributeStart = cursor
      cursor += 1
      while cursor < end, !isAttributeEnd(bytes[cursor]) { cursor += 1 }
      let attribute = lowered(attributeStart..<cursor)
      var value = cursor..<cursor
      var next = cursor
      while next < end, bytes[next] <= 0x20 { next += 1 }
      if next < end, bytes[next] == UInt8(ascii: "=") {
        next += 1
        while next < end, bytes[next] <= 0x20 { next += 1 }
        (value, cursor) = attributeValue(from: next)
      }
      attributes.append(.init(name: attribute, value: value, range: attributeStart..<cursor))
    }
    guard cursor < end else { return nil }
    index = cursor + 1
    return .tag(
      HTMLTag(name: name, isClosing: isClosing, attributes: attributes, range: start..<index))
  }

  private func attributeValue(from start: Int) -> (Range<Int>, Int) {
    guard start < end else { return (end..<end, end) }
    var cursor = start
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      cursor += 1
      while cursor < end, bytes[cursor] != bytes[start] { cursor += 1 }
      return (start + 1..<cursor, min(cursor + 1, end))
    }
    while cursor < end, bytes[cursor] > 0x20, bytes[cursor] != UInt8(ascii: ">") { cursor += 1 }
    return (start..<cursor, cursor)
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard start <= end - wanted.count else { return nil }
    for position in start...(end - wanted.count)
    where bytes[position..<position + wanted.count].elementsEqual(wanted) {
      return position + wanted.count
    }
    return nil
  }

  private func lowered(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private func isAttributeEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }
}
