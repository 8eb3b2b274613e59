internal import HjelpArticle
internal import HjelpLookup
internal import HjelpMarkdown
internal import HjelpSite

/// Makes the passages of an article that a query can match.
struct PassageReader {
  /// The side that is read.
  let edition: EditionDocument
  let article: Article
  /// The language of the side.
  let language: String
  /// The ids of the page's headings, by node of the document that is shown.
  let headingIDs: [Int: String]
  /// The name of the article, then its text. The unit anchors are those of the page, whichever side is
  /// read.
  private(set) var passages: [Passage]

  private var lastAnchor: String?

  init(
    _ edition: EditionDocument, article: Article, name: String, language: String,
    headingIDs: [Int: String]
  ) {
    passages = [Passage(kind: .title, text: name, language: language)]
    self.edition = edition
    self.article = article
    self.language = language
    self.headingIDs = headingIDs
    passages.reserveCapacity(2 * edition.edition.marks.count + 8)
    for leaf in edition.leaves { read(leaf) }
  }

  private mutating func read(_ leaf: Int) {
    let document = edition.document
    let kind: PassageKind = document.nodes[leaf].kind == .heading ? .heading : .sentence
    if kind == .heading, let id = headingIDs[leaf] { lastAnchor = id }
    let units = edition.units(in: leaf)
    guard !units.isEmpty else {
      add(document.plainText(of: leaf), kind, unit: nil, anchor: lastAnchor, link: link(of: leaf))
      addStrong(in: leaf, unit: nil, anchor: lastAnchor, clip: nil)
      return
    }
    let link = units.count == 1 ? link(of: leaf) : nil
    for mark in edition.edition.marks where units.contains(mark.unit) {
      let unit = article.units[mark.unit]
      let range = document.nodes[leaf].range
      guard mark.range.overlaps(range) else { continue }
      let text = document.plainText(of: leaf, clip: mark.range)
      add(text, kind, unit: unit.id?.suffix, anchor: unit.pageAnchor ?? lastAnchor, link: link)
      addStrong(
        in: leaf, unit: unit.id?.suffix, anchor: unit.pageAnchor ?? lastAnchor, clip: mark.range)
    }
  }

  private mutating func add(
    _ text: String, _ kind: PassageKind, unit: String?, anchor: String?, link: String?
  ) {
    guard !text.isEmpty else { return }
    passages.append(
      Passage(
        kind: kind, text: text, language: language, unit: unit, anchor: anchor, link: link))
    for phrase in LookupNormalizer.quotedPhrases(in: text) {
      passages.append(
        Passage(
          kind: .quoted, text: phrase, language: language, unit: unit, anchor: anchor, link: nil))
    }
  }

  /// What is bold is quoted: names of buttons, messages, options.
  private mutating func addStrong(in leaf: Int, unit: String?, anchor: String?, clip: Range<Int>?) {
    let document = edition.document
    var node = document.nodes[leaf].firstChild
    while node >= 0 {
      let current = document.nodes[node]
      let isInside = clip.map { $0.contains(current.range.lowerBound) } ?? true
      if current.kind == .strong, isInside {
        let text = document.plainText(of: node)
        if !text.isEmpty {
          passages.append(
            Passage(
              kind: .quoted, text: text, language: language, unit: unit, anchor: anchor, link: nil))
        }
      }
      node = document.following(node, within: leaf)
    }
  }

  /// The address that a block leads to which is nothing but a link.
  private func link(of leaf: Int) -> String? {
    let document = edition.document
    let only = document.nodes[leaf].firstChild
    guard only >= 0, document.nodes[only].kind == .link, document.nodes[only].next < 0 else {
      return nil
    }
    let url = document.bytes(document.nodes[only].destination)
    guard url.first != UInt8(ascii: "/"),
      let resolved = SitePath.resolve(url, in: SitePath.folder(of: article.id.bytes))
    else { return String(decoding: url, as: UTF8.self) }
    return String(decoding: resolved, as: UTF8.self)
  }
}
