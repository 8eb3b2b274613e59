/// What a node of a document is.
package enum NodeKind: UInt8, Sendable {
  case document, blockQuote, alert, list, item, codeBlock, htmlBlock, paragraph, heading
  case thematicBreak, table, tableRow, tableCell, video
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image

  /// Whether nodes of this kind stand within a line of text.
  package var isInline: Bool { rawValue >= NodeKind.text.rawValue }

  /// Whether the children of nodes of this kind are text and markup.
  package var holdsInlines: Bool {
    self == .paragraph || self == .heading || self == .tableCell || self == .video
  }
}
