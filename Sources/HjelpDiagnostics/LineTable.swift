/// Turns offsets in a file into lines and columns.
public struct LineTable: Sendable {
  private let starts: [Int]
  private let count: Int
  /// How many characters stand before each multiple of `block`; empty until one is asked for.
  private var counts: [Int] = []

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
    let start = starts[line]
    let column =
      offset - start <= Self.block
      ? Self.characters(in: start..<offset, of: bytes)
      : characters(before: offset, in: bytes) - characters(before: start, in: bytes)
    return Position(
      offset: offset, line: line + 1, column: column + 1, byteColumn: offset - start + 1)
  }

  /// A line can be a whole file, and have many findings.
  private static let block = 512

  private mutating func characters(before offset: Int, in bytes: [UInt8]) -> Int {
    if counts.isEmpty {
      var sum = 0
      for start in stride(from: 0, through: count, by: Self.block) {
        counts.append(sum)
        sum += Self.characters(in: start..<min(start + Self.block, count), of: bytes)
      }
    }
    let index = offset / Self.block
    return counts[index] + Self.characters(in: index * Self.block..<offset, of: bytes)
  }

  /// How many characters begin in a range of UTF-8.
  private static func characters(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    return count
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
