internal import CCMark

/// A node of a libcmark document, valid while its tree is walked.
@safe struct CMarkNode: ~Copyable {
  private let pointer: OpaquePointer

  /// The node at `pointer`, which the caller knows to be alive.
  init(_ pointer: OpaquePointer) { unsafe self.pointer = unsafe pointer }

  /// What it is; `nil` for what no document of libcmark's own parser holds.
  var kind: NodeKind? {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil
    }
  }

  /// First line and column, last line and column, all from 1; columns are bytes.
  var place: (startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
    (
      Int(unsafe cmark_node_get_start_line(pointer)),
      Int(unsafe cmark_node_get_start_column(pointer)),
      Int(unsafe cmark_node_get_end_line(pointer)),
      Int(unsafe cmark_node_get_end_column(pointer))
    )
  }

  /// A heading's level.
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }

  /// Whether a list is ordered and tight, and its first number.
  var list: (isOrdered: Bool, isTight: Bool, start: Int) {
    (
      unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST,
      unsafe cmark_node_get_list_tight(pointer) != 0,
      Int(unsafe cmark_node_get_list_start(pointer))
    )
  }

  /// Appends the literal text and returns its range.
  func appendLiteral(to text: inout [UInt8]) -> Range<Int> {
    unsafe Self.append(cmark_node_get_literal(pointer), to: &text)
  }

  /// Appends the destination of a link or image and returns its range.
  func appendDestination(to text: inout [UInt8]) -> Range<Int> {
    unsafe Self.append(cmark_node_get_url(pointer), to: &text)
  }

  /// Appends the title of a link or image and returns its range.
  func appendTitle(to text: inout [UInt8]) -> Range<Int> {
    unsafe Self.append(cmark_node_get_title(pointer), to: &text)
  }

  /// Appends the words behind a fence and returns their range.
  func appendFenceInfo(to text: inout [UInt8]) -> Range<Int> {
    unsafe Self.append(cmark_node_get_fence_info(pointer), to: &text)
  }

  private static func append(
    _ string: UnsafePointer<CChar>?, to text: inout [UInt8]
  ) -> Range<Int> {
    let start = text.count
    if var byte = unsafe string {
      while unsafe byte.pointee != 0 {
        unsafe text.append(UInt8(bitPattern: byte.pointee))
        unsafe byte += 1
      }
    }
    return start..<text.count
  }
}
