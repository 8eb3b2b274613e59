/// What a Markdown text must keep to before libcmark reads it: 0.30.2 is quadratic beyond it.
package enum DocumentLimits {
  /// The greatest depth of quotes and lists.
  package static let depth = 64
  /// The most brackets in a block.
  package static let brackets = 5_000

  /// A limit that is passed, and where.
  package enum Excess: Equatable, Sendable {
    /// Containers are nested too deep.
    case depth(at: Int)
    /// A block holds too many brackets.
    case brackets(at: Int)
  }

  /// The first limits that `markdown` passes, each at most once; one pass over the bytes.
  package static func excesses(in markdown: [UInt8]) -> [Excess] {
    var result: [Excess] = []
    var deepest = false
    var tooMany = false
    var brackets = 0
    var items: [Int] = []
    var line = 0
    while line < markdown.count {
      var end = line
      while end < markdown.count, markdown[end] != 0x0A { end += 1 }
      let (content, depth) = containers(markdown, line..<end, items: &items)
      if depth > Self.depth, !deepest {
        deepest = true
        result.append(.depth(at: line))
      }
      if content == end { brackets = 0 }
      for index in content..<end {
        let byte = markdown[index]
        guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") else { continue }
        brackets += 1
        if brackets > Self.brackets, !tooMany {
          tooMany = true
          result.append(.brackets(at: index))
        }
      }
      line = end + 1
    }
    return result
  }

  /// Where the text of a line begins, and how many quotes and list items stand around it.
  private static func containers(
    _ markdown: [UInt8], _ line: Range<Int>, items: inout [Int]
  ) -> (content: Int, depth: Int) {
    var index = line.lowerBound
    var column = 0
    var quotes = 0
    var isBlank = true
    while index < line.upperBound {
      let byte = markdown[index]
      if byte == 0x20 || byte == 0x0D {
        column += 1
        index += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
        index += 1
      } else if byte == UInt8(ascii: ">") {
        quotes += 1
        column += 1
        index += 1
        isBlank = false
      } else if let after = markerEnd(markdown, at: index, end: line.upperBound) {
        while let last = items.last, last > column { items.removeLast() }
        column += after - index
        items.append(column)
        index = after
        isBlank = false
      } else {
        isBlank = false
        break
      }
    }
    if !isBlank, index < line.upperBound {
      while let last = items.last, last > column { items.removeLast() }
    }
    return (index, quotes + items.count)
  }

  private static func markerEnd(_ markdown: [UInt8], at start: Int, end: Int) -> Int? {
    var index = start
    while index < end, index - start < 9, (0x30...0x39).contains(markdown[index]) { index += 1 }
    if index > start {
      guard index < end, markdown[index] == 0x2E || markdown[index] == 0x29 else { return nil }
    } else {
      guard [0x2D, 0x2A, 0x2B].contains(markdown[start]) else { return nil }
    }
    index += 1
    guard index == end || markdown[index] == 0x20 || markdown[index] == 0x09 else { return nil }
    return index
  }
}
