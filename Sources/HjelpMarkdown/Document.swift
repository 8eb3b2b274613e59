/// A Markdown text as a flat tree, with the places of its parts in the text.
package struct Document: Sendable {
  /// The nodes; the first one is the document.
  package internal(set) var nodes: [Node] = []
  /// The texts of all nodes, entities and escapes resolved.
  package internal(set) var text: [UInt8] = []
  /// For each byte of `text` that belongs to inline text or code, its place in the Markdown.
  var offsets: [Int32] = []
  /// Labels that stand under the label of an alert, in bytes of the Markdown.
  package internal(set) var strayLabels: [Range<Int>] = []
  /// The Markdown.
  package let markdown: [UInt8]

  /// Reads CommonMark 0.30 with pipe tables, alerts, videos and bare-URL links.
  package init(markdown: [UInt8], dialect: Dialect = .help) {
    self.markdown = markdown
    var builder = DocumentBuilder(markdown: markdown)
    builder.read()
    if dialect == .help { builder.addTables() }
    builder.align()
    nodes = builder.nodes
    text = builder.text
    offsets = builder.offsets
    if dialect == .help {
      markAlerts()
      addAutolinks()
    }
  }

  /// Which constructs are read.
  package enum Dialect: Sendable {
    /// CommonMark alone.
    case commonMark
    /// CommonMark with the extensions of help articles.
    case help
  }

  /// The children of a node, in order.
  package func children(of node: Int) -> ChildSequence {
    ChildSequence(document: self, parent: node)
  }

  /// The bytes of a range of `text`.
  package func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { text[range] }

  /// The place in the Markdown of a byte of `text`; negative if it has none.
  package func offset(ofTextByte index: Int) -> Int {
    index < offsets.count ? Int(offsets[index]) : -1
  }

  /// The range in the Markdown of a range of `text`.
  ///
  /// A byte whose place is not known stands at the end of its block, which may be that of the
  /// Markdown: there is no byte behind it.
  func markdownRange(of text: Range<Int>) -> Range<Int> {
    guard let last = text.last else { return 0..<0 }
    let start = min(max(offset(ofTextByte: text.lowerBound), 0), markdown.count)
    return start..<min(max(start, offset(ofTextByte: last) + 1), markdown.count)
  }

  /// The node that follows `node` when the tree is walked from top to bottom, without its
  /// children if `skipsChildren`; -1 at the end of the subtree of `root`.
  package func following(_ node: Int, within root: Int, skipsChildren: Bool = false) -> Int {
    if !skipsChildren, nodes[node].firstChild >= 0 { return nodes[node].firstChild }
    var current = node
    while current != root, current >= 0 {
      if nodes[current].next >= 0 { return nodes[current].next }
      current = nodes[current].parent
    }
    return -1
  }

  /// The children of a node.
  package struct ChildSequence: Sequence, IteratorProtocol {
    let document: Document
    var current: Int

    init(document: Document, parent: Int) {
      self.document = document
      current = document.nodes[parent].firstChild
    }

    /// The next child.
    package mutating func next() -> Int? {
      guard current >= 0 else { return nil }
      defer { current = document.nodes[current].next }
      return current
    }
  }
}

extension Document {
  /// Takes a node out of the tree.
  mutating func remove(_ node: Int) {
    let parent = nodes[node].parent
    guard parent >= 0 else { return }
    let next = nodes[node].next
    var previous = -1
    var child = nodes[parent].firstChild
    while child >= 0, child != node {
      previous = child
      child = nodes[child].next
    }
    if previous < 0 { nodes[parent].firstChild = next } else { nodes[previous].next = next }
    if nodes[parent].lastChild == node { nodes[parent].lastChild = previous }
    nodes[node].parent = -1
  }
}
