/// Makes the flat tree out of libcmark's, and places its parts in the Markdown.
struct DocumentBuilder {
  var nodes: [Node] = []
  var text: [UInt8] = []
  var offsets: [Int32] = []
  let markdown: [UInt8]
  /// The starts of the lines, and the end of the text.
  let lines: [Int]

  init(markdown: [UInt8]) {
    self.markdown = markdown
    var lines = [0]
    for (index, byte) in markdown.enumerated() where byte == 0x0A { lines.append(index + 1) }
    self.lines = lines
    text.reserveCapacity(markdown.count)
  }

  /// Reads the Markdown into nodes.
  mutating func read() {
    nodes.append(Node(kind: .document, parent: -1))
    nodes[0].range = 0..<markdown.count
    let lines = lines
    let end = markdown.count
    func offset(_ line: Int, _ column: Int) -> Int {
      guard line >= 1 else { return 0 }
      return line > lines.count ? end : min(lines[line - 1] + max(column, 1) - 1, end)
    }
    append(markdown, below: 0) { place in
      let start = offset(place.startLine, place.startColumn)
      return start..<max(start, offset(place.endLine, place.endColumn + 1))
    }
  }

  /// Parses `source` and appends its blocks as children of `root`.
  mutating func append(
    _ source: [UInt8], below root: Int,
    place: (_ place: (startLine: Int, startColumn: Int, endLine: Int, endColumn: Int)) -> Range<Int>
  ) {
    guard let tree = CMarkTree(source) else { return }
    // Moved out, so that they are not copied when they grow.
    var nodes: [Node] = []
    var text: [UInt8] = []
    swap(&nodes, &self.nodes)
    swap(&text, &self.text)
    var open = [root]
    tree.walk { node, isEntering in
      guard let kind = node.kind, kind != .document else { return }
      guard isEntering else {
        open.removeLast()
        return
      }
      var new = Node(kind: kind, parent: open[open.count - 1])
      switch kind {
      case .text, .code, .htmlInline, .htmlBlock: new.literal = node.appendLiteral(to: &text)
      case .codeBlock:
        new.literal = node.appendLiteral(to: &text)
        new.destination = node.appendFenceInfo(to: &text)
      case .heading: new.value = node.headingLevel
      case .list: (new.isOrdered, new.isTight, new.value) = node.list
      case .link, .image:
        new.destination = node.appendDestination(to: &text)
        new.title = node.appendTitle(to: &text)
      default: break
      }
      if !kind.isInline { new.range = place(node.place) }
      let index = nodes.count
      nodes.append(new)
      DocumentBuilder.link(index, to: &nodes)
      switch kind {
      case .text, .code, .htmlInline, .htmlBlock, .codeBlock, .softBreak, .lineBreak,
        .thematicBreak:
        break
      default: open.append(index)
      }
    }
    self.nodes = nodes
    self.text = text
  }

  /// Hangs a new node behind the last child of its parent.
  static func link(_ index: Int, to nodes: inout [Node]) {
    let parent = nodes[index].parent
    let last = nodes[parent].lastChild
    if last >= 0 { nodes[last].next = index } else { nodes[parent].firstChild = index }
    nodes[parent].lastChild = index
  }

  /// How many quotes stand around a node.
  func quoteDepth(of node: Int) -> Int {
    var depth = 0
    var current = nodes[node].parent
    while current >= 0 {
      if nodes[current].kind == .blockQuote || nodes[current].kind == .alert { depth += 1 }
      current = nodes[current].parent
    }
    return depth
  }
}
