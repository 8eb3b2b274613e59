internal import HjelpEncoding

/// Writes a document as HTML that is safe to publish.
///
/// Raw HTML is never copied: tags are read, kept if the policy allows them, and written anew.
package struct HTMLWriter {
  /// A stretch of the Markdown that gets a `span` of its own: a translation unit, say.
  package struct Mark: Sendable {
    /// The stretch, in bytes from the start of the Markdown; marks do not overlap and are sorted.
    package let range: Range<Int>
    /// The id of its first part on the page; `nil` for none.
    package let id: String?
    /// The value of `data-u` on its further parts, and on all parts without an id.
    package let name: String

    /// A mark with these parts.
    package init(range: Range<Int>, id: String?, name: String) {
      self.range = range
      self.id = id
      self.name = name
    }
  }

  /// What is put around a block that holds marks.
  package struct Frame: Sendable {
    /// In front of the block.
    package var before: [UInt8] = []
    /// Behind it.
    package var after: [UInt8] = []

    /// A frame of these two parts.
    package init(before: [UInt8], after: [UInt8]) {
      self.before = before
      self.after = after
    }
  }

  /// A block of text whose frame is asked for.
  package struct LeafBlock: Sendable {
    /// The node that holds the text: a paragraph, a heading, a cell, a block of raw HTML.
    package let node: Int
    /// A heading's level; 0 for all else.
    package let headingLevel: Int
    /// Whether only text may stand around it: a part of raw HTML.
    package let isWithinText: Bool
    /// The indexes of the marks in it.
    package let marks: Range<Int>
  }

  /// What the writer must know of the page.
  package struct Options {
    /// Which schemes are allowed.
    package var urls = URLPolicy()
    /// The address to be written for a link's address in the article, percent-encoded.
    package var link: (ArraySlice<UInt8>) -> String = { PercentEncoding.url($0) }
    /// The address to be written for an image; `nil` if it cannot be shown.
    package var image: (ArraySlice<UInt8>) -> String? = { PercentEncoding.url($0) }
    /// The ids of headings, by node.
    package var headingIDs: [Int: String] = [:]
    /// The title of an alert.
    package var alertTitle: (AlertLabel) -> String = { $0.rawValue }
    /// The text of a link to a video.
    package var videoTitle = "Video"
    /// Whether bookmarks and ids of raw HTML get onto the page.
    package var keepsIDs = true
    /// The frame of a block that holds marks; `nil` for none.
    package var frame: (LeafBlock) -> Frame? = { _ in nil }

    /// Options for a page without marks and with addresses as they are.
    package init() {}
  }

  let document: Document
  let marks: [Mark]
  let options: Options
  var out: [UInt8] = []
  /// What was dropped so far, in no particular order.
  package internal(set) var dropped: [DroppedHTML] = []
  /// The ids that stand on the page; read when the first bookmark asks, since most pages have none.
  lazy var ids = Set(
    marks.compactMap { $0.id.map { Array($0.utf8) } }
      + options.headingIDs.values.map { Array($0.utf8) })

  // The state within one block of text.
  var elements: [OpenElement] = []
  var openMark: Int?
  var openMarkLevel = 0
  /// Of each mark, whether it was opened before.
  var isStarted: [Bool]
  var clip: Range<Int>?
  var suppressed: String?
  // The state of raw HTML blocks, which reaches over Markdown blocks.
  var raw: [RawElement] = []
  var rawFrame: (start: Int, marks: Range<Int>)?
  var hidesRun = false

  /// An inline element that is open.
  struct OpenElement {
    var name: String
    /// The Markdown node that closes it at the latest.
    var node: Int
    var isRaw: Bool
  }

  /// An element of raw HTML that is open.
  struct RawElement {
    var name: String
    /// The Markdown container that it was opened in.
    var container: Int
    /// Where its tag begins in the output.
    var start: Int
  }

  /// A writer of `document`, with marks whose ids are taken from the start.
  package init(_ document: Document, marks: [Mark] = [], options: Options = Options()) {
    self.document = document
    self.marks = marks
    self.options = options
    isStarted = [Bool](repeating: false, count: marks.count)
  }

  /// Writes all blocks.
  package mutating func blocks() -> [UInt8] {
    out.removeAll(keepingCapacity: true)
    out.reserveCapacity(document.markdown.count * 2)
    writeBlocks()
    return out
  }

  /// Writes the text and markup within one block, or the part of it in `clip`.
  ///
  /// - Parameter clip: Bytes from the start of the Markdown; markup that reaches out of it is left
  ///   out.
  package mutating func inlines(of node: Int, clip: Range<Int>? = nil) -> [UInt8] {
    out.removeAll(keepingCapacity: true)
    self.clip = clip
    if document.nodes[node].kind == .htmlBlock {
      writeRawInlines(node)
    } else {
      writeInlines(of: node)
    }
    self.clip = nil
    return out
  }

  /// The marks that lie in `range` or reach into it.
  package func marks(in range: Range<Int>) -> Range<Int> {
    let start = firstMark { $0.range.upperBound > range.lowerBound }
    let end = firstMark { $0.range.lowerBound >= range.upperBound }
    return start..<max(start, end)
  }

  private func firstMark(where holds: (Mark) -> Bool) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if holds(marks[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { unsafe out.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

  mutating func writeEscaped(_ text: String) { HTMLEscaping.append(text.utf8, to: &out) }

  mutating func drop(_ kind: DroppedHTML.Kind, _ name: String, _ range: Range<Int>) {
    dropped.append(DroppedHTML(kind: kind, name: name, range: range))
  }

  /// The range in the Markdown of a range of the document's text.
  func markdownRange(of text: Range<Int>) -> Range<Int> { document.markdownRange(of: text) }
}
