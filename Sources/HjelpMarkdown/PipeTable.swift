/// The rows and cells of a pipe table, as places in the Markdown.
struct PipeTable {
  struct Row {
    /// The line without the marks of its containers.
    var range: Range<Int>
    /// The cells without the blanks around them.
    var cells: [Range<Int>]
  }

  /// The number of the header's line in the paragraph, from 0.
  let firstLine: Int
  /// Where the text before the table ends.
  let textEnd: Int
  /// The alignment of each column.
  let alignments: [Node.Alignment]
  /// The header and the rows.
  let rows: [Row]
  /// The table's place.
  let range: Range<Int>

  /// Finds a table in the lines of a paragraph; `nil` if there is none.
  init?(lines: [Range<Int>], markdown: [UInt8]) {
    guard lines.count >= 2 else { return nil }
    for index in 1..<lines.count {
      guard let alignments = Self.alignments(lines[index], markdown) else { continue }
      let header = Self.cells(lines[index - 1], markdown)
      guard header.count == alignments.count else { continue }
      firstLine = index - 1
      textEnd = index > 1 ? lines[index - 2].upperBound : lines[0].lowerBound
      rows =
        [Row(range: lines[index - 1], cells: header)]
        + lines[(index + 1)...].map { Row(range: $0, cells: Self.cells($0, markdown)) }
      // A row that is longer than the header is kept whole: GFM would drop what a reader may need.
      let columns = rows.map(\.cells.count).max() ?? 0
      let missing = max(0, columns - alignments.count)
      self.alignments = alignments + [Node.Alignment](repeating: .none, count: missing)
      range = lines[index - 1].lowerBound..<lines[lines.count - 1].upperBound
      return
    }
    return nil
  }

  /// The alignments of a delimiter row, or `nil` if the line is none.
  private static func alignments(
    _ line: Range<Int>, _ markdown: [UInt8]
  ) -> [Node.Alignment]? {
    var hasPipe = false
    for index in line {
      switch markdown[index] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: return nil
      }
    }
    guard hasPipe else { return nil }
    var result: [Node.Alignment] = []
    for cell in cells(line, markdown) {
      guard !cell.isEmpty else { return nil }
      let isLeft = markdown[cell.lowerBound] == UInt8(ascii: ":")
      let isRight = cell.count > 1 && markdown[cell.upperBound - 1] == UInt8(ascii: ":")
      let dashes = cell.lowerBound + (isLeft ? 1 : 0)..<cell.upperBound - (isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ markdown[$0] == UInt8(ascii: "-") }) else {
        return nil
      }
      result.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return result
  }

  /// The cells between the pipes that no backslash stands before.
  private static func cells(_ line: Range<Int>, _ markdown: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var index = start
    if index < line.upperBound, markdown[index] == UInt8(ascii: "|") {
      index += 1
      start = index
    }
    while index < line.upperBound {
      if markdown[index] == UInt8(ascii: "\\") {
        index += 1
      } else if markdown[index] == UInt8(ascii: "|") {
        cells.append(trimmed(start..<index, markdown))
        start = index + 1
      }
      index += 1
    }
    let rest = trimmed(min(start, line.upperBound)..<line.upperBound, markdown)
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  private static func trimmed(_ range: Range<Int>, _ markdown: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, markdown[start] == 0x20 || markdown[start] == 0x09 { start += 1 }
    while end > start, markdown[end - 1] == 0x20 || markdown[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
