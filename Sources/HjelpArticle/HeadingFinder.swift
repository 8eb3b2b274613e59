/// Finds heading lines and their bookmarks in the bytes.
enum HeadingFinder {
  /// The ATX headings of `body` outside `fences`, also in quotes and list items.
  static func headings(
    in bytes: [UInt8], body: Range<Int>, outside fences: [Range<Int>]
  ) -> [Heading] {
    var headings: [Heading] = []
    var fence = 0
    var line = body.lowerBound
    while line < body.upperBound {
      if fence < fences.count, line >= fences[fence].lowerBound {
        line = max(line, fences[fence].upperBound)
        fence += 1
        continue
      }
      var end = line
      while end < body.upperBound, bytes[end] != 0x0A { end += 1 }
      if let heading = heading(in: bytes, line: line..<end) { headings.append(heading) }
      line = end + 1
    }
    return headings
  }

  private static func heading(in bytes: [UInt8], line: Range<Int>) -> Heading? {
    var index = line.lowerBound
    while index < line.upperBound, isContainerByte(bytes[index]) { index += 1 }
    let marks = index
    while index < line.upperBound, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - marks
    guard (1...6).contains(level), index < line.upperBound, bytes[index] == 0x20 else { return nil }
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    return Heading(
      line: line, level: level, content: index,
      anchor: anchor(in: bytes, range: index..<line.upperBound))
  }

  private static func isContainerByte(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "*")
  }

  private static func anchor(in bytes: [UInt8], range: Range<Int>) -> HeadingAnchor? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes.matches("<a name=\"", at: index) {
        let start = index + 9
        var end = start
        while end < range.upperBound, bytes[end] != UInt8(ascii: "\"") { end += 1 }
        guard bytes.matches("\"></a>", at: end) else { return nil }
        return HeadingAnchor(name: start..<end, range: index..<end + 6)
      }
      if bytes.matches("<span", at: index) { return nil }
      index += 1
    }
    return nil
  }
}
