package import HjelpArticle
internal import HjelpEncoding
package import HjelpLocale
package import HjelpMarkdown

/// Makes the page of an article in one language.
package struct ArticlePage {
  /// What the page is made of.
  package struct Input {
    /// The article: a translation with pairs, or plain Markdown.
    package var article: Article
    /// The side that the page shows: `.source` makes the source page out of a translation.
    package var side: Side
    /// The locale of the page.
    package var locale: LocaleTag
    /// The side that is shown, parsed.
    package var shown: EditionDocument
    /// The source side of a bilingual article, parsed, if it is not the one that is shown.
    package var original: EditionDocument?
    /// The headings of the source-locale article, for a translation without pairs.
    package var sourceHeadings: [String]
    /// The locale's articles, for the article `index`, which is part of the index page.
    package var listing: [IndexGroup]?
    /// The articles that are near.
    package var related: [IndexEntry]
    /// The name of the index group that it stands in.
    package var group: String?
    /// The language of the text, where it is not the locale's: the locale has no such article.
    package var contentLocale: LocaleTag?

    /// The parts of a page.
    package init(
      article: Article, side: Side, locale: LocaleTag, shown: EditionDocument,
      original: EditionDocument?, sourceHeadings: [String] = [], listing: [IndexGroup]? = nil,
      related: [IndexEntry] = [], group: String? = nil, contentLocale: LocaleTag? = nil
    ) {
      self.article = article
      self.side = side
      self.locale = locale
      self.shown = shown
      self.original = original
      self.sourceHeadings = sourceHeadings
      self.listing = listing
      self.related = related
      self.group = group
      self.contentLocale = contentLocale
    }
  }

  /// A page, and what did not get onto it.
  package struct Output: Sendable {
    /// The page in UTF-8.
    package let html: [UInt8]
    /// The raw HTML that was dropped, with places in the Markdown of the side that is shown.
    package let dropped: [DroppedHTML]
    /// The ids of the headings, by node of the document that is shown.
    package let headingIDs: [Int: String]
  }

  private let site: SiteModel
  private let input: Input
  private let words: InterfaceWords
  private let path: String
  private let date: CalendarDate?

  /// A page of `site`.
  package init(site: SiteModel, input: Input) {
    self.site = site
    self.input = input
    words = site.words(for: input.locale)
    path = site.path(of: input.article.id, in: input.locale)
    let keys = input.side == .target ? ["ms.lasthandoff", "ms.date"] : ["ms.date"]
    date =
      keys.lazy.compactMap { input.article.frontMatter?.text($0) }
      .compactMap { CalendarDate($0) }.first
  }

  /// The article's name on the page: its first heading, else its title, else its id.
  package static func name(of article: Article, shown: EditionDocument, side: Side) -> String {
    if side == .target, let title = article.title { return title }
    if let first = shown.headings.first {
      let text = shown.document.plainText(of: first)
      if !text.isEmpty { return text }
    }
    return article.title ?? article.id.description
  }

  /// Writes the page.
  ///
  /// - Parameter known: The ids of the headings, where they were made before.
  package func render(headingIDs known: [Int: String]? = nil) -> Output {
    let headingIDs =
      known
      ?? HeadingIDs.ids(
        shown: input.shown, source: input.original, article: input.article,
        sourceHeadings: input.sourceHeadings)
    let (body, dropped) = body(headingIDs: headingIDs)
    var page = PageWriter(site: site, locale: input.locale, path: path)
    let alternates =
      input.listing == nil
      ? site.locales(of: input.article.id).map {
        PageWriter.Alternate(locale: $0, path: site.path(of: input.article.id, in: $0))
      } : page.indexAlternates
    page.begin(
      PageWriter.Head(
        title: Self.name(of: input.article, shown: input.shown, side: input.side),
        description: description, robots: robots, alternates: alternates, isArticle: true,
        canonical: input.contentLocale.map { site.path(of: input.article.id, in: $0) },
        contentLocale: input.contentLocale, modified: date?.iso, original: originalPage,
        hasModes: input.original != nil))
    page.header(alternates: alternates)
    page.write("<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\">")
    breadcrumb(&page)
    about(&page)
    if let language = input.contentLocale {
      fallbackNotice(&page)
      page.write("<article lang=\"\(language)\" dir=\"\(language.direction.html)\">\n")
    } else {
      page.write("<article>\n")
    }
    if !hasTitleHeading {
      page.write("<h1>")
      page.writeEscaped(Self.name(of: input.article, shown: input.shown, side: input.side))
      page.write("</h1>\n")
    }
    page.write(body)
    page.write("</article>\n")
    if let listing = input.listing {
      page.write("<h2 id=\"Hjelp-articles\"\(page.wordsLanguage)>")
      page.writeEscaped(words[.articles])
      page.write("</h2>\n")
      page.lists(listing)
    }
    after(&page)
    page.write("</main>\n")
    contents(&page, headingIDs: headingIDs)
    page.write("</div>\n")
    page.end()
    return Output(html: page.html, dropped: dropped, headingIDs: headingIDs)
  }

  // MARK: - Body

  private func body(headingIDs: [Int: String]) -> ([UInt8], [DroppedHTML]) {
    let links = LinkResolver(site: site, locale: input.locale, id: input.article.id, page: path)
    var options = HTMLWriter.Options()
    options.urls = site.urls
    options.link = { links.link($0) }
    options.image = { links.image($0) }
    options.alertTitle = { label in
      switch label {
      case .note: words[.note]
      case .tip: words[.tip]
      case .important: words[.important]
      case .warning: words[.warning]
      case .caution: words[.caution]
      }
    }
    options.videoTitle = words[.video]
    let originals = input.original.map { original in
      Originals(
        writer: OriginalWriter(
          article: input.article, target: input.shown, source: original, options: options),
        language: site.source)
    }
    options.headingIDs = headingIDs
    if let originals { options.frame = { block in originals.frame(block, words: words) } }
    var writer = HTMLWriter(
      input.shown.document, marks: input.shown.marks(of: input.article, withIDs: true),
      options: options)
    let html = writer.blocks()
    return (html, writer.dropped)
  }

  private var hasTitleHeading: Bool {
    input.shown.headings.contains { input.shown.document.nodes[$0].value == 1 }
  }

  // MARK: - Around the article

  private var description: String? {
    if input.side == .target, let text = input.article.frontMatter?.text("description") {
      return text
    }
    for leaf in input.shown.leaves where input.shown.document.nodes[leaf].kind == .paragraph {
      let text = input.shown.document.plainText(of: leaf)
      guard text.utf8.count > 20 else { continue }
      guard text.utf8.count > 160, text.unicodeScalars.count > 160 else { return text }
      let end = text.unicodeScalars.index(text.startIndex, offsetBy: 157)
      return text[..<end] + "…"
    }
    return nil
  }

  /// The front matter's word to search engines, if it is one.
  private var robots: String? {
    guard let text = input.article.frontMatter?.text("ROBOTS") else { return nil }
    let words = text.lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    let known = ["noindex", "nofollow", "index", "follow", "none", "noarchive", "nosnippet", "all"]
    let kept = words.filter { known.contains($0) }
    return kept.isEmpty ? nil : kept.joined(separator: ", ")
  }

  private func breadcrumb(_ page: inout PageWriter) {
    page.write("<nav class=\"crumbs\" aria-label=\"")
    page.writeEscaped(words[.breadcrumb])
    page.write("\"\(page.wordsLanguage)><ol><li><a href=\"")
    page.write(page.address("\(input.locale)/index.html"))
    page.write("\">")
    page.writeEscaped(site.title)
    page.write("</a></li>")
    if let group = input.group {
      page.write("<li>")
      page.writeEscaped(group)
      page.write("</li>")
    }
    page.write("</ol></nav>\n")
  }

  /// The page of the article that this one is a translation of.
  private var originalPage: String? {
    guard input.side == .target, input.locale != site.source, input.contentLocale == nil,
      site.pages[site.source]?.contains(input.article.id) ?? false
    else { return nil }
    return site.path(of: input.article.id, in: site.source)
  }

  private func fallbackNotice(_ page: inout PageWriter) {
    page.write("<p class=\"fallback\"\(page.wordsLanguage)>")
    page.writeEscaped(
      words[.fallback].replacing("{language}", with: LanguageName.withinText(input.locale)))
    page.write("</p>\n")
  }

  /// What stands behind the article: articles that are near, and the link for feedback.
  private func after(_ page: inout PageWriter) {
    if !input.related.isEmpty {
      page.write("<nav class=\"near\" aria-labelledby=\"Hjelp-near\"><h2 id=\"Hjelp-near\"")
      page.write("\(page.wordsLanguage)>")
      page.writeEscaped(words[.related])
      page.write("</h2><ul>")
      for entry in input.related {
        page.write("<li><a href=\"")
        page.write(page.address(site.path(of: entry.id, in: input.locale)))
        page.write("\">")
        page.writeEscaped(entry.title)
        page.write("</a></li>")
      }
      page.write("</ul></nav>\n")
    }
    if let feedback = site.owner.feedback {
      let address =
        feedback.replacing("{id}", with: PercentEncoding.path(input.article.id.bytes))
        .replacing("{locale}", with: "\(input.locale)")
      page.write("<p class=\"feedback\"\(page.wordsLanguage)><a href=\"")
      page.writeEscaped(address.replacing("{unit}", with: ""))
      page.write("\"")
      if feedback.contains("{unit}") {
        // The script puts in the sentence that the reader looks at.
        page.write(" data-href=\"")
        page.writeEscaped(address)
        page.write("\"")
      }
      page.write(">")
      page.writeEscaped(words[.feedback])
      page.write("</a></p>\n")
    }
  }

  private func about(_ page: inout PageWriter) {
    let type =
      input.side == .target ? input.article.frontMatter?.text("ms.translationtype") ?? "" : ""
    let isMachine = type.hasPrefix("MT")
    guard date != nil || isMachine || input.original != nil else { return }
    page.write("<div class=\"about\"\(page.wordsLanguage)>")
    if let date {
      page.write("<p>")
      page.writeEscaped(words[.updated])
      page.write(" <time datetime=\"\(date.iso)\">")
      page.writeEscaped(date.text(in: input.locale))
      page.write("</time></p>")
    }
    if isMachine {
      page.write("<p class=\"mt\">")
      page.writeEscaped(words[type.hasPrefix("MTE") ? .machineEdited : .machineTranslated])
      page.write("</p>")
    }
    if input.original != nil { modes(&page) }
    page.write("</div>\n")
  }

  private func modes(_ page: inout PageWriter) {
    page.write("<fieldset class=\"modes\"><legend class=\"vh\">")
    page.writeEscaped(words[.readingMode])
    page.write("</legend>")
    let labels = [
      ("t", LanguageName.own(input.locale), "\(input.locale)"), ("b", words[.both], ""),
      ("o", LanguageName.own(site.source), "\(site.source)"),
    ]
    for (value, label, language) in labels {
      page.write("<label><input type=\"radio\" name=\"Hjelp-mode\" value=\"\(value)\"")
      page.write(" id=\"Hjelp-m\(value)\" data-hjelp-chrome")
      if value == "t" { page.write(" checked") }
      page.write("><span")
      if !language.isEmpty { page.write(" lang=\"\(language)\"") }
      page.write(">")
      page.writeEscaped(label)
      page.write("</span></label>")
    }
    page.write("</fieldset>")
  }

  private func contents(_ page: inout PageWriter, headingIDs: [Int: String]) {
    let document = input.shown.document
    let headings = input.shown.headings.filter { (2...3).contains(document.nodes[$0].value) }
    guard headings.count > 1 else { return }
    page.write("<nav class=\"toc\" aria-labelledby=\"Hjelp-toc\"><h2 id=\"Hjelp-toc\"")
    page.write(page.wordsLanguage)
    page.write(">")
    page.writeEscaped(words[.onThisPage])
    page.write("</h2><ul>")
    for heading in headings {
      page.write("<li><a href=\"#")
      page.write(PercentEncoding.path((headingIDs[heading] ?? "").utf8))
      page.write("\">")
      page.writeEscaped(document.plainText(of: heading))
      page.write("</a></li>")
    }
    page.write("</ul></nav>\n")
  }
}
