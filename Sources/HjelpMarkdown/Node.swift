/// A node of a document's tree; nodes refer to each other by their index.
///
/// An article of 1 MB can have half a million: numbers are kept in 32 bits.
package struct Node: Sendable {
  /// What it is.
  package internal(set) var kind: NodeKind
  /// A list: ordered. A row: header.
  package internal(set) var isOrdered = false
  /// A list: tight.
  package internal(set) var isTight = false
  private var storedValue: Int32 = 0
  private var parentIndex: Int32
  private var firstChildIndex: Int32 = -1
  private var lastChildIndex: Int32 = -1
  private var nextIndex: Int32 = -1
  private var place = Extent()
  private var literalPlace = Extent()
  private var destinationPlace = Extent()
  private var titlePlace = Extent()

  /// A node without children, places and texts.
  init(kind: NodeKind, parent: Int) {
    self.kind = kind
    parentIndex = Int32(truncatingIfNeeded: parent)
  }

  /// The node that holds it; -1 for the document.
  package internal(set) var parent: Int {
    get { Int(parentIndex) }
    set { parentIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// Its first child, or -1.
  package internal(set) var firstChild: Int {
    get { Int(firstChildIndex) }
    set { firstChildIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// Its last child, or -1.
  package internal(set) var lastChild: Int {
    get { Int(lastChildIndex) }
    set { lastChildIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// The node behind it, or -1.
  package internal(set) var next: Int {
    get { Int(nextIndex) }
    set { nextIndex = Int32(truncatingIfNeeded: newValue) }
  }
  /// Its place in the Markdown text, in bytes; for blocks from the first to the last line.
  package internal(set) var range: Range<Int> {
    get { place.range }
    set { place = Extent(newValue) }
  }
  /// The text of text, code, HTML and alert labels: a range of the document's `text`.
  package internal(set) var literal: Range<Int> {
    get { literalPlace.range }
    set { literalPlace = Extent(newValue) }
  }
  /// The destination of a link or image, or the words behind a fence, in the document's `text`.
  package internal(set) var destination: Range<Int> {
    get { destinationPlace.range }
    set { destinationPlace = Extent(newValue) }
  }
  /// The title of a link or image, in the document's `text`.
  package internal(set) var title: Range<Int> {
    get { titlePlace.range }
    set { titlePlace = Extent(newValue) }
  }
  /// A heading's level, a list's first number, a cell's alignment.
  package internal(set) var value: Int {
    get { Int(storedValue) }
    set { storedValue = Int32(clamping: newValue) }
  }

  /// The alignment of a cell of a pipe table.
  package enum Alignment: Int, Sendable {
    case none, left, center, right
  }

  /// A range of bytes of an article, which has at most 4 MiB.
  private struct Extent: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0

    init() {}

    init(_ range: Range<Int>) {
      start = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(max(start, end)) }
  }
}
