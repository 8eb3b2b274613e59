internal import HjelpArticle
internal import HjelpMarkdown

/// One side of an article as its reader sees it: the text of each unit with its places, and the
/// links, code, emphasis and tags that Markdown makes of it.
final class SideContent: Sendable {
  /// The Markdown of the side and where it comes from.
  let edition: Edition
  /// The Markdown as a tree.
  let document: Document
  /// The visible text of all units, in UTF-8: escapes and references resolved, without
  /// the alternatives of images.
  let text: [UInt8]
  /// Where runs of `text` come from: starts in the text and in the Markdown, in order.
  private let runs: [(text: Int, place: Int)]
  /// For each byte of `text`, what it is part of.
  let traits: [TextTraits]
  /// The links and images that lie within one unit.
  let links: [LinkSpan]
  /// The code spans that lie within one unit.
  let codes: [CodeSpan]
  /// The bold and italic spans that lie within one unit.
  let emphases: [EmphasisSpan]
  /// The HTML tags of the units.
  let tags: [TagSpan]
  /// The names, numbers and addresses in the text.
  let tokens: [Token]
  /// The parts of each unit, by its index in the article.
  let segments: [Segment]
  /// The kinds of tokens that there are.
  let kinds: Token.Kinds

  init(_ article: Article, _ edition: Edition, _ document: Document) {
    var reader = SideContentReader(article, edition, document)
    reader.read()
    self.edition = edition
    self.document = document
    var traits = [TextTraits](repeating: [], count: reader.text.count)
    for part in reader.marked {
      for index in part.range { traits[index] = part.traits }
    }
    var scanner = TokenScanner(reader.text, traits)
    var all: Token.Kinds = []
    for index in reader.segments.indices {
      let range = scanner.read(&reader.segments[index])
      reader.segments[index].tokens = range
      for token in range { reader.segments[index].kinds.insert(.init(scanner.tokens[token].kind)) }
      all.formUnion(reader.segments[index].kinds)
    }
    kinds = all
    text = reader.text
    runs = reader.runs
    self.traits = traits
    links = reader.links
    codes = reader.codes
    emphases = reader.emphases
    tags = reader.tags
    tokens = scanner.tokens
    segments = reader.segments
  }

  /// The place in the file of a range of `text`; from its first to its last byte, a backslash and
  /// the whole of a character reference included.
  func fileRange(ofText range: Range<Int>) -> Range<Int> {
    edition.fileRange(of: editionRange(ofText: range))
  }

  /// The place in the Markdown of a range of `text`.
  func editionRange(ofText range: Range<Int>) -> Range<Int> {
    guard let last = range.last else {
      let start = range.lowerBound < text.count ? place(of: range.lowerBound) : 0
      return start..<start
    }
    var end = place(of: last) + 1
    let first = document.markdown[end - 1]
    if traits[last].contains(.escaped) {
      end += 1
    } else if first == UInt8(ascii: "&") {
      var index = end
      while index < document.markdown.count, index < end + 34 {
        if document.markdown[index] == UInt8(ascii: ";") {
          end = index + 1
          break
        }
        guard document.markdown[index] > 0x20 else { break }
        index += 1
      }
    }
    let start = place(of: range.lowerBound)
    return start..<max(end, start)
  }

  /// The place in the Markdown of a byte of `text`.
  func place(of index: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= index { low = middle } else { high = middle }
    }
    return runs[low].place + index - runs[low].text
  }
}
