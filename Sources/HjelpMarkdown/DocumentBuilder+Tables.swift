extension DocumentBuilder {
  /// Turns paragraphs that hold a pipe table (GFM, section 4.10) into tables.
  ///
  /// The cells of all tables are parsed in one go, each as a paragraph `x`, line end, four blanks,
  /// cell: indented by four behind an open paragraph, nothing in a cell can begin a block.
  mutating func addTables() {
    var cells: [(node: Int, range: Range<Int>)] = []
    let count = nodes.count
    for index in 0..<count where nodes[index].kind == .paragraph {
      if let table = PipeTable(lines: lines(of: index), markdown: markdown) {
        add(table, instead: index, cells: &cells)
      }
    }
    guard !cells.isEmpty else { return }
    parse(cells)
  }

  /// The lines of a paragraph without the marks of its containers.
  private func lines(of paragraph: Int) -> [Range<Int>] {
    let range = nodes[paragraph].range
    let depth = quoteDepth(of: paragraph)
    var result: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, markdown[end] != 0x0A { end += 1 }
      let next = end + 1
      while end > start, markdown[end - 1] <= 0x20 { end -= 1 }
      result.append(start..<end)
      start = next
      var quotes = depth
      while start < range.upperBound {
        if markdown[start] == UInt8(ascii: ">"), quotes > 0 {
          quotes -= 1
        } else if markdown[start] != 0x20, markdown[start] != 0x09 {
          break
        }
        start += 1
      }
    }
    return result
  }

  private mutating func add(
    _ table: PipeTable, instead paragraph: Int, cells: inout [(node: Int, range: Range<Int>)]
  ) {
    var root = paragraph
    if table.firstLine > 0 {
      // Text stands before the header: the paragraph keeps it, the table follows.
      trim(paragraph, to: table.textEnd)
      root = nodes.count
      nodes.append(Node(kind: .table, parent: nodes[paragraph].parent))
      nodes[root].next = nodes[paragraph].next
      nodes[paragraph].next = root
      let parent = nodes[paragraph].parent
      if nodes[parent].lastChild == paragraph { nodes[parent].lastChild = root }
      nodes[root].range = table.range
    } else {
      nodes[paragraph].kind = .table
      nodes[paragraph].firstChild = -1
      nodes[paragraph].lastChild = -1
    }
    for (number, row) in table.rows.enumerated() {
      let rowIndex = nodes.count
      nodes.append(Node(kind: .tableRow, parent: root))
      nodes[rowIndex].isOrdered = number == 0
      nodes[rowIndex].range = row.range
      DocumentBuilder.link(rowIndex, to: &nodes)
      // Short rows are filled up, but not without bound: a wide header over many rows is a bomb.
      let isFilled = table.alignments.count * table.rows.count <= 50_000
      let width = isFilled ? table.alignments.count : row.cells.count
      for column in 0..<width {
        let cell = nodes.count
        nodes.append(Node(kind: .tableCell, parent: rowIndex))
        nodes[cell].value = table.alignments[column].rawValue
        nodes[cell].isOrdered = number == 0
        let range =
          column < row.cells.count ? row.cells[column] : row.range.upperBound..<row.range.upperBound
        nodes[cell].range = range
        DocumentBuilder.link(cell, to: &nodes)
        if !range.isEmpty { cells.append((cell, range)) }
      }
    }
  }

  /// Takes the nodes of a paragraph from its first line break behind `end` away.
  private mutating func trim(_ paragraph: Int, to end: Int) {
    let textLines = markdown[nodes[paragraph].range.lowerBound..<end].count { $0 == 0x0A } + 1
    nodes[paragraph].range = nodes[paragraph].range.lowerBound..<end
    var breaks = 0
    var previous = -1
    var child = nodes[paragraph].firstChild
    while child >= 0 {
      if nodes[child].kind == .softBreak || nodes[child].kind == .lineBreak { breaks += 1 }
      if breaks == textLines { break }
      previous = child
      child = nodes[child].next
    }
    if previous >= 0 {
      nodes[previous].next = -1
      nodes[paragraph].lastChild = previous
    } else {
      nodes[paragraph].firstChild = -1
      nodes[paragraph].lastChild = -1
    }
  }

  private mutating func parse(_ cells: [(node: Int, range: Range<Int>)]) {
    var source: [UInt8] = []
    for cell in cells {
      source.append(contentsOf: "x\n    ".utf8)
      var index = cell.range.lowerBound
      while index < cell.range.upperBound {
        let isEscapedPipe =
          markdown[index] == UInt8(ascii: "\\") && index + 1 < cell.range.upperBound
          && markdown[index + 1] == UInt8(ascii: "|")
        if isEscapedPipe { index += 1 }
        source.append(markdown[index])
        index += 1
      }
      source.append(contentsOf: "\n\n".utf8)
    }
    let holder = nodes.count
    nodes.append(Node(kind: .document, parent: -1))
    append(source, below: holder) { _ in 0..<0 }
    var paragraph = nodes[holder].firstChild
    for cell in cells {
      guard paragraph >= 0 else { return }
      adoptInlines(of: paragraph, into: cell.node)
      paragraph = nodes[paragraph].next
    }
  }

  /// Hangs the children of a parsed paragraph, without `x` and the line break, below a cell.
  private mutating func adoptInlines(of paragraph: Int, into cell: Int) {
    var child = nodes[paragraph].firstChild
    for _ in 0..<2 where child >= 0 { child = nodes[child].next }
    nodes[paragraph].firstChild = -1
    nodes[cell].firstChild = child
    while child >= 0 {
      nodes[child].parent = cell
      nodes[cell].lastChild = child
      child = nodes[child].next
    }
  }
}
