/// A node of a document's tree; nodes refer to each other by their index.
package struct Node: Sendable {
  /// What it is.
  package internal(set) var kind: NodeKind
  /// The node that holds it; -1 for the document.
  package internal(set) var parent: Int
  /// Its first child, or -1.
  package internal(set) var firstChild = -1
  /// Its last child, or -1.
  package internal(set) var lastChild = -1
  /// The node behind it, or -1.
  package internal(set) var next = -1
  /// Its place in the Markdown text, in bytes; for blocks from the first to the last line.
  package internal(set) var range: Range<Int> = 0..<0
  /// The text of text, code, HTML and alert labels: a range of the document's `text`.
  package internal(set) var literal: Range<Int> = 0..<0
  /// The destination of a link or image, or the words behind a fence, in the document's `text`.
  package internal(set) var destination: Range<Int> = 0..<0
  /// The title of a link or image, in the document's `text`.
  package internal(set) var title: Range<Int> = 0..<0
  /// A heading's level, a list's first number, a cell's alignment.
  package internal(set) var value = 0
  /// A list: ordered. A row: header.
  package internal(set) var isOrdered = false
  /// A list: tight.
  package internal(set) var isTight = false

  /// The alignment of a cell of a pipe table.
  package enum Alignment: Int, Sendable {
    case none, left, center, right
  }
}
