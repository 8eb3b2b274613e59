internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpMarkdown
internal import HjelpSite

extension FuzzTarget {
  /// What is written for any text runs nowhere and is well formed; cleaned once more it stays.
  static func checkHTML(_ bytes: [UInt8]) throws(Violation) {
    let markdown = text(bytes)
    guard DocumentLimits.excesses(in: markdown).isEmpty else { return }
    let document = Document(markdown: markdown)
    try checkTree(document)
    var writer = HTMLWriter(document)
    let html = writer.blocks()
    for dropped in writer.dropped {
      try Violation.unless(
        (0..<markdown.count).holds(dropped.range),
        "the dropped \(dropped.name) stands at \(dropped.range) of \(markdown.count)")
    }
    var inspector = HTMLInspector(html, isPage: false)
    try inspector.inspect()
    let once = try cleaned(bare(html))
    let twice = try cleaned(once)
    try Violation.unless(
      squeezed(once) == squeezed(twice),
      """
      cleaning twice is not cleaning once:
      \(String(decoding: once, as: UTF8.self))
      \(String(decoding: twice, as: UTF8.self))
      """)
    let raw = try cleaned(bare(markdown))
    let again = try cleaned(raw)
    try Violation.unless(
      squeezed(raw) == squeezed(again),
      """
      cleaning raw HTML twice is not cleaning it once:
      \(String(decoding: raw, as: UTF8.self))
      \(String(decoding: again, as: UTF8.self))
      """)
  }

  /// The page of an article that can be built is well formed too, and runs nothing of the article.
  static func checkPage(_ bytes: [UInt8]) throws(Violation) {
    let article = article(text(bytes))
    let target = EditionDocument(article, side: .target)
    let source = EditionDocument(article, side: .source)
    guard article.encodingProblem == nil,
      [target, source].allSatisfy({ DocumentLimits.excesses(in: $0.edition.markdown).isEmpty }),
      let norwegian = LocaleTag("nb-NO")
    else { return }
    let locales = [LocaleTag.americanEnglish, norwegian]
    let site = SiteModel(
      title: "Help", source: .americanEnglish, locales: locales,
      baseURL: "https://help.example.com", linkBase: nil, urls: URLPolicy(),
      stylesheet: "assets/theme.css", script: "assets/page.js",
      pages: Dictionary(uniqueKeysWithValues: locales.map { ($0, [article.id]) }), images: [:])
    let page = ArticlePage(
      site: site,
      input: ArticlePage.Input(
        article: article, side: .target, locale: norwegian, shown: target,
        original: article.isBilingual ? source : nil)
    ).render()
    var inspector = HTMLInspector(page.html, isPage: true)
    try inspector.inspect()
  }

  /// The owner's HTML is cleaned as an article's is.
  static func checkOwner(_ bytes: [UInt8]) throws(Violation) {
    guard DocumentLimits.excesses(in: text(bytes)).isEmpty else { return }
    let owner = OwnerHTML(text(bytes), urls: URLPolicy())
    var inspector = HTMLInspector(owner.html { "../" + $0 }, isPage: false)
    try inspector.inspect()
  }

  /// Text of any bytes, without what an article may not hold.
  private static func text(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = text.unicodeScalars.filter { $0 != "\0" && $0 != "\r" && $0 != "\u{FEFF}" }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// One pass of the policy over raw HTML, which stands on one line so that Markdown sees but one
  /// block in it. Blanks that a browser shows as one are one.
  private static func cleaned(_ html: [UInt8]) throws(Violation) -> [UInt8] {
    var writer = HTMLWriter(Document(markdown: html))
    let cleaned = bare(writer.blocks())
    var inspector = HTMLInspector(cleaned, isPage: false)
    try inspector.inspect()
    return cleaned
  }

  /// HTML on one line, in a `div`, without the frame that the writer puts around each table.
  private static func bare(_ html: [UInt8]) -> [UInt8] {
    // Bytes are looked at: what joins the character before it would hide a tag.
    let text = html.replacing(Array("<div class=\"tw\"><table".utf8), with: Array("<table".utf8))
      .replacing(Array("</table></div>".utf8), with: Array("</table>".utf8))
    var result: [UInt8] = []
    for byte in text {
      let byte = byte == 0x0A || byte == 0x09 ? 0x20 : byte
      if byte == 0x20, result.last == 0x20 { continue }
      result.append(byte)
    }
    while result.last == 0x20 { result.removeLast() }
    let opening = Array("<div>".utf8)
    return result.starts(with: opening) ? result : opening + result + Array("</div>".utf8)
  }

  /// HTML without the blanks beside tags: between blocks they mean nothing.
  private static func squeezed(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in html {
      if byte == UInt8(ascii: "<") {
        while result.last == 0x20 { result.removeLast() }
      } else if byte == 0x20, result.last == UInt8(ascii: ">") {
        continue
      }
      result.append(byte)
    }
    return result
  }

  /// A tree: each child knows its parent, each node is met once, each place lies in its text.
  private static func checkTree(_ document: Document) throws(Violation) {
    let places = 0..<document.markdown.count
    let texts = 0..<document.text.count
    var met = 0
    var node = 0
    while node >= 0 {
      met += 1
      try Violation.unless(met <= document.nodes.count, "a node of the tree is met twice")
      let this = document.nodes[node]
      try Violation.unless(
        places.holds(this.range) && texts.holds(this.literal) && texts.holds(this.destination)
          && texts.holds(this.title),
        "a place of node \(node) lies outside of the text: \(this)")
      for child in document.children(of: node) {
        try Violation.unless(
          document.nodes[child].parent == node, "node \(child) is not at its parent \(node)")
      }
      node = document.following(node, within: 0)
    }
    for index in texts {
      try Violation.unless(
        // libcmark adds a line end to a last line that has none.
        document.offset(ofTextByte: index) <= document.markdown.count,
        "byte \(index) of the text comes from behind the Markdown")
    }
  }
}
