internal import HjelpArticle
internal import HjelpEncoding
internal import HjelpMarkdown

/// Writes the source half of a block: the text of its card, and of the original mode.
struct OriginalWriter {
  private let source: EditionDocument
  private let target: EditionDocument
  private var writer: HTMLWriter
  /// For each unit, the node of the source side that holds it, and its mark there.
  private var places: [Int: (node: Int, range: Range<Int>)] = [:]
  private var shown: Set<Int> = []

  init(
    article: Article, target: EditionDocument, source: EditionDocument, options: HTMLWriter.Options
  ) {
    self.source = source
    self.target = target
    var options = options
    // The translation beside it has the same bookmarks, and an id can be on a page but once.
    options.keepsIDs = false
    writer = HTMLWriter(
      source.document, marks: source.marks(of: article, withIDs: false), options: options)
    var marks = source.edition.marks[...]
    for leaf in source.leaves {
      let end = source.document.nodes[leaf].range.upperBound
      while let mark = marks.first, mark.range.lowerBound < end {
        places[mark.unit] = (leaf, mark.range)
        marks = marks.dropFirst()
      }
    }
  }

  /// The original of a block that holds these units; empty if there is none, or if a reader could
  /// not tell it from the translation.
  mutating func original(of block: HTMLWriter.LeafBlock) -> [UInt8] {
    let units = block.marks.map { target.edition.marks[$0].unit }.filter { !shown.contains($0) }
    let found = units.compactMap { places[$0] }
    guard let first = found.first, !isSame(block, units) else { return [] }
    shown.formUnion(units)
    let node = source.document.nodes[first.node]
    if node.kind != .htmlBlock, !block.isWithinText, found.allSatisfy({ $0.node == first.node }),
      source.units(in: first.node) == block.marks.map({ target.edition.marks[$0].unit })
    {
      return writer.inlines(of: first.node)
    }
    var result: [UInt8] = []
    for place in found {
      if !result.isEmpty { result.append(UInt8(ascii: " ")) }
      result.append(contentsOf: writer.inlines(of: place.node, clip: place.range))
    }
    return result
  }

  private func isSame(_ block: HTMLWriter.LeafBlock, _ units: [Int]) -> Bool {
    for (mark, unit) in zip(block.marks, units) {
      guard let place = places[unit],
        target.edition.markdown[target.edition.marks[mark].range].elementsEqual(
          source.edition.markdown[place.range])
      else { return false }
    }
    return units.count == block.marks.count
  }
}
