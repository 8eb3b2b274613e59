/// The code of a fence: its lines without the fences themselves.
package struct FencedCode {
  /// The code, in bytes from the start of the file.
  package let content: Range<Int>
  private let bytes: [UInt8]

  /// Reads a fence with its first and its last line.
  package init(_ bytes: [UInt8], _ fence: Range<Int>) {
    self.bytes = bytes
    let lines = Self.lines(bytes, fence)
    let inner = lines.dropFirst().dropLast(
      lines.last.map { Self.isFence(bytes[$0]) } ?? false && lines.count > 1 ? 1 : 0)
    content =
      inner.isEmpty
      ? fence.upperBound..<fence.upperBound
      : inner[inner.startIndex].lowerBound..<inner[inner.endIndex - 1].upperBound
  }

  /// The first line whose code is not that of the other text, comments and blanks apart; `nil` if all
  /// is the same.
  func firstDifference(from other: [UInt8]) -> Range<Int>? {
    let own = Self.lines(bytes, content).map { (range: $0, code: Self.code(bytes[$0])) }
      .filter { !$0.code.isEmpty }
    let wanted = Self.lines(other, other.startIndex..<other.endIndex)
      .map { Self.code(other[$0]) }.filter { !$0.isEmpty }
    for (index, line) in own.enumerated() {
      guard index < wanted.count, line.code == wanted[index] else { return line.range }
    }
    return own.count < wanted.count ? own.last?.range ?? content : nil
  }

  private static func lines(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    if start < range.upperBound { lines.append(start..<range.upperBound) }
    return lines
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = line.first { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
  }

  /// The line without blanks, letters above ASCII in texts, and what may be a comment.
  private static func code(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = line.startIndex
    var quote: UInt8?
    while index < line.endIndex {
      let byte = line[index]
      if let open = quote {
        if byte == open {
          quote = nil
          result.append(byte)
        }
        index += 1
        continue
      }
      if byte == UInt8(ascii: "\"") {
        quote = byte
      } else if isComment(line, index) {
        break
      }
      if byte > 0x20 { result.append(byte) }
      index += 1
    }
    // Lines of a comment block have no code.
    if result.first == UInt8(ascii: "*") || result.starts(with: "rem".utf8) { return [] }
    return result
  }

  private static func isComment(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let rest = line[index...]
    return rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8)
      || rest.starts(with: "'".utf8)
      || rest.starts(with: "<!--".utf8) || rest.starts(with: "# ".utf8)
      || rest.starts(with: "--".utf8)
  }
}
