/// Turns offsets in a file into lines and columns.
public struct LineTable: Sendable {
  private let starts: [Int]
  private let count: Int
  /// The position that was asked for last: the next one is often behind it on the same line.
  private var last = Position(offset: 0, line: 1, column: 1, byteColumn: 1)

  /// The text that was asked for last: many findings can stand on one line.
  private var lastText: (range: Range<Int>, text: String) = (0..<0, "")

  /// Finds the lines of `bytes`; LF, CRLF and a lone CR end a line.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    let span = bytes.span
    for index in span.indices {
      let byte = span[index]
      let endsLine =
        byte == 0x0A || (byte == 0x0D && (index + 1 == span.count || span[index + 1] != 0x0A))
      if endsLine { starts.append(index + 1) }
    }
    self.starts = starts
    count = bytes.count
  }

  /// The position of `offset`, which is brought into the file if it lies outside of it.
  public mutating func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let offset = min(max(offset, 0), count)
    let line = lineIndex(of: offset)
    let isBehind = last.line == line + 1 && last.offset <= offset
    var column = isBehind ? last.column : 1
    for index in (isBehind ? last.offset : starts[line])..<offset where bytes[index] & 0xC0 != 0x80
    {
      column += 1
    }
    let position = Position(
      offset: offset, line: line + 1, column: column, byteColumn: offset - starts[line] + 1)
    if offset >= last.offset { last = position }
    return position
  }

  /// The bytes of a line, counted from 1, without its line end.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return count..<count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a range; one that is asked for again takes no memory of its own.
  mutating func text(of range: Range<Int>, in bytes: [UInt8]) -> String {
    if lastText.range != range {
      lastText = (range, String(decoding: bytes[range], as: UTF8.self))
    }
    return lastText.text
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
