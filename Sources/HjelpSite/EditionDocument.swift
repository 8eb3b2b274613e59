package import HjelpArticle
package import HjelpMarkdown

/// One side of an article, parsed.
package struct EditionDocument: Sendable {
  /// The Markdown and its map back to the file.
  package let edition: Edition
  /// The tree.
  package let document: Document
  /// The nodes that hold text, in the order of the document.
  package let leaves: [Int]
  /// The heading nodes, in the order of the document.
  package let headings: [Int]

  /// Parses a side of `article`.
  package init(_ article: Article, side: Side) {
    edition = article.edition(of: side, isForPage: true)
    document = Document(markdown: edition.markdown)
    var leaves: [Int] = []
    var headings: [Int] = []
    var node = 0
    while node >= 0 {
      let kind = document.nodes[node].kind
      let isLeaf = kind.holdsInlines || kind == .htmlBlock
      if isLeaf { leaves.append(node) }
      if kind == .heading { headings.append(node) }
      node = document.following(node, within: 0, skipsChildren: isLeaf)
    }
    self.leaves = leaves
    self.headings = headings
  }

  /// The indexes of the units whose text lies in or reaches into a node.
  package func units(in node: Int) -> [Int] {
    let range = document.nodes[node].range
    var low = 0
    var high = edition.marks.count
    while low < high {
      let middle = (low + high) / 2
      if edition.marks[middle].range.upperBound > range.lowerBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var units: [Int] = []
    while low < edition.marks.count, edition.marks[low].range.lowerBound < range.upperBound {
      units.append(edition.marks[low].unit)
      low += 1
    }
    return units
  }

  /// The marks for the writer.
  ///
  /// - Parameter withIDs: Whether the units' ids stand on this side. Of a repeated one the first
  ///   unit keeps it.
  package func marks(of article: Article, withIDs: Bool) -> [HTMLWriter.Mark] {
    var seen: Set<String> = []
    return edition.marks.map { mark in
      let unit = article.units[mark.unit]
      let anchor = unit.pageAnchor ?? ""
      let isFirst = withIDs && !anchor.isEmpty && seen.insert(anchor).inserted
      return HTMLWriter.Mark(
        range: mark.range, id: isFirst ? anchor : nil, name: unit.id?.suffix ?? "")
    }
  }
}
