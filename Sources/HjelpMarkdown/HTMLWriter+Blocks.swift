internal import HjelpEncoding

extension HTMLWriter {
  mutating func writeBlocks() {
    var node = document.nodes[0].firstChild
    while node >= 0 {
      if enter(node) {
        node = document.nodes[node].firstChild
        continue
      }
      while document.nodes[node].next < 0 {
        node = document.nodes[node].parent
        if node <= 0 {
          closeRaw(in: 0)
          return
        }
        leave(node)
      }
      node = document.nodes[node].next
    }
    closeRaw(in: 0)
  }

  /// Writes what stands before a block's children, or the whole of it.
  ///
  /// - Returns: Whether its children follow, and `leave` must be called behind them.
  private mutating func enter(_ index: Int) -> Bool {
    let node = document.nodes[index]
    if node.kind != .htmlBlock, node.kind != .tableRow, node.kind != .tableCell,
      node.kind != .item
    {
      closeRawText()
    }
    switch node.kind {
    case .document: break
    case .blockQuote: write("<blockquote>")
    case .alert: openAlert(node)
    case .list: openList(node)
    case .item: write("<li>")
    case .table: write("<div class=\"tw\"><table>")
    case .tableRow: openRow(node)
    case .paragraph: writeParagraph(index)
    case .heading: writeHeading(index)
    case .tableCell: writeCell(index)
    case .codeBlock: writeCode(node)
    case .thematicBreak: write("<hr>\n")
    case .video: writeVideo(index)
    case .htmlBlock: writeRawBlock(index)
    default: break
    }
    guard !node.kind.holdsInlines else { return false }
    if node.firstChild >= 0 { return true }
    leave(index)
    return false
  }

  private mutating func leave(_ index: Int) {
    let node = document.nodes[index]
    switch node.kind {
    case .blockQuote:
      closeRaw(in: index)
      write("</blockquote>\n")
    case .alert:
      closeRaw(in: index)
      write("</div>\n")
    case .list: write(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item:
      closeRaw(in: index)
      write("</li>\n")
    case .table:
      write(hasBody(node) ? "</tbody></table></div>\n" : "</table></div>\n")
    case .tableRow: write(node.isOrdered ? "</tr></thead>" : "</tr>")
    default: break
    }
  }

  // MARK: - Containers

  private mutating func openAlert(_ node: Node) {
    guard let label = AlertLabel(document.bytes(node.literal)) else {
      write("<div class=\"alert\">")
      return
    }
    write("<div class=\"alert ")
    write(label.rawValue)
    write("\"><p class=\"al\">")
    writeEscaped(options.alertTitle(label))
    write("</p>\n")
  }

  private mutating func openList(_ node: Node) {
    if !node.isOrdered {
      write("<ul>\n")
    } else if node.value == 1 {
      write("<ol>\n")
    } else {
      write("<ol start=\"\(node.value)\">\n")
    }
  }

  private mutating func openRow(_ node: Node) {
    if node.isOrdered {
      write("<thead><tr>")
      return
    }
    let table = document.nodes[node.parent]
    if table.firstChild >= 0, isSecondRow(node, of: table) { write("<tbody>") }
    write("<tr>")
  }

  private func isSecondRow(_ row: Node, of table: Node) -> Bool {
    let second = document.nodes[table.firstChild].next
    return second >= 0 && document.nodes[second].range == row.range
  }

  private func hasBody(_ table: Node) -> Bool {
    table.firstChild >= 0 && document.nodes[table.firstChild].next >= 0
  }

  // MARK: - Blocks of text

  private func isInTightList(_ node: Node) -> Bool {
    guard node.parent >= 0, document.nodes[node.parent].kind == .item else { return false }
    return document.nodes[document.nodes[node.parent].parent].isTight
  }

  private func frame(_ index: Int, level: Int = 0) -> Frame? {
    let marks = marks(in: document.nodes[index].range)
    guard !marks.isEmpty else { return nil }
    return options.frame(
      LeafBlock(node: index, headingLevel: level, isWithinText: false, marks: marks))
  }

  private mutating func writeParagraph(_ index: Int) {
    let node = document.nodes[index]
    if let frame = frame(index) {
      out.append(contentsOf: frame.before)
      write("<p class=\"t\">")
      writeInlines(of: index)
      write("</p>")
      out.append(contentsOf: frame.after)
    } else if isInTightList(node) {
      writeInlines(of: index)
    } else {
      write("<p>")
      writeInlines(of: index)
      write("</p>")
    }
    write("\n")
  }

  private mutating func writeHeading(_ index: Int) {
    let level = document.nodes[index].value
    let frame = frame(index, level: level)
    if let frame { out.append(contentsOf: frame.before) }
    write("<h\(level)")
    if frame != nil { write(" class=\"t\"") }
    if let id = options.headingIDs[index] {
      write(" id=\"")
      writeEscaped(id)
      write("\"")
    }
    write(">")
    writeInlines(of: index)
    write("</h\(level)>")
    if let frame { out.append(contentsOf: frame.after) }
    write("\n")
  }

  private mutating func writeCell(_ index: Int) {
    let node = document.nodes[index]
    // A header without text names nothing; for a screen reader it is no header.
    let isHeader = node.isOrdered && node.firstChild >= 0
    let name = isHeader ? "th" : "td"
    write("<")
    write(name)
    if isHeader { write(" scope=\"col\"") }
    switch Node.Alignment(rawValue: node.value) {
    case .left: write(" class=\"l\"")
    case .center: write(" class=\"c\"")
    case .right: write(" class=\"r\"")
    default: break
    }
    write(">")
    if node.firstChild >= 0 {
      if let frame = frame(index) {
        out.append(contentsOf: frame.before)
        write("<p class=\"t\">")
        writeInlines(of: index)
        write("</p>")
        out.append(contentsOf: frame.after)
      } else {
        writeInlines(of: index)
      }
    }
    write("</")
    write(name)
    write(">")
  }

  private mutating func writeCode(_ node: Node) {
    write("<pre tabindex=\"0\"><code")
    let language = document.bytes(node.destination).prefix { $0 > 0x20 }
    if !language.isEmpty {
      write(" class=\"language-")
      HTMLEscaping.append(language, to: &out)
      write("\"")
    }
    write(">")
    HTMLEscaping.append(document.bytes(node.literal), to: &out)
    write("</code></pre>\n")
  }

  private mutating func writeVideo(_ index: Int) {
    let node = document.nodes[index]
    let url = document.bytes(node.destination)
    let scheme = URLPolicy.scheme(of: url)
    write("<p class=\"video\">")
    if let scheme, options.urls.allowsLink(scheme) {
      write("<a href=\"")
      writeEscaped(PercentEncoding.url(url))
      write("\">")
      writeEscaped(options.videoTitle)
      write("</a>")
    } else {
      drop(.scheme, scheme ?? "", node.range)
      writeEscaped(options.videoTitle)
    }
    if node.firstChild >= 0 {
      write(" ")
      writeInlines(of: index)
    }
    write("</p>\n")
  }
}
