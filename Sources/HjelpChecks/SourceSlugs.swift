internal import HjelpDiagnostics
internal import HjelpArticle
internal import HjelpMarkdown

/// The anchors that the headings of the source make.
struct SourceSlugs {
  private var slugs: [String: String] = [:]

  /// No anchors: of an article without pairs.
  init() {}

  /// The anchors of the headings of an article's source side.
  init(_ article: Article, _ edition: Edition, _ document: Document) {
    guard !article.headings.isEmpty else { return }
    var mark = 0
    let marks = edition.marks
    var node = 0
    while node >= 0 {
      let isLeaf = document.nodes[node].kind.holdsInlines
      if document.nodes[node].kind == .heading {
        let range = document.nodes[node].range
        while mark < marks.count, marks[mark].range.upperBound <= range.lowerBound { mark += 1 }
        if mark < marks.count, marks[mark].range.lowerBound < range.upperBound {
          slugs[article.units[marks[mark].unit].name] = Slug.slug(
            of: document.plainBytes(of: node))
        }
      }
      node = document.following(node, within: 0, skipsChildren: isLeaf)
    }
  }

  /// The anchor of the source heading that begins with this unit.
  func slug(of unit: TranslationUnit) -> String? { slugs[unit.name] }

  /// The anchors that the heading's source makes when its markup is kept: published ones were made
  /// so too, and end with a blank now and then.
  func rawSlugs(of heading: Heading, in article: Article) -> [String] {
    var text: [UInt8] = []
    var end = heading.anchor?.range.upperBound ?? heading.content
    for unit in article.units where heading.line.contains(unit.range.lowerBound) {
      if unit.range.lowerBound > end { text += article.file.bytes[end..<unit.range.lowerBound] }
      text += article.file.bytes[unit.source]
      end = unit.range.upperBound
    }
    if end < heading.line.upperBound { text += article.file.bytes[end..<heading.line.upperBound] }
    var trimmed = text
    while trimmed.last.map({ $0 <= 0x20 }) ?? false { trimmed.removeLast() }
    return [Slug.slug(of: text), Slug.slug(of: trimmed)]
  }
}

extension Article {
  /// The first unit that begins on a heading's line.
  func firstUnit(in heading: Heading) -> TranslationUnit? {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].range.lowerBound >= heading.line.lowerBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low < units.count, heading.line.contains(units[low].range.lowerBound) else { return nil }
    return units[low]
  }
}
