internal import HjelpArticle
internal import HjelpLocale
internal import HjelpMarkdown
internal import HjelpSite

/// Which pages there will be, and what each is made of.
struct BuildPlan: Sendable {
  /// The pages that an article gives.
  struct Job: Sendable {
    var file: ArticleFile
    /// The locale of the article itself.
    var locale: LocaleTag
    /// Whether the page of the source locale is made of this translation's source halves.
    var makesSourcePage: Bool
    /// The headings of the source-locale article, for a translation without pairs.
    var source: ArticleFile?

    /// The paths of the pages.
    func paths(_ site: SiteModel) -> [String] {
      guard file.isBuildable else { return [] }
      let own = [site.path(of: file.article.id, in: locale)]
      return makesSourcePage ? own + [site.path(of: file.article.id, in: site.source)] : own
    }
  }

  let jobs: [Job]
  private let source: LocaleTag
  /// The locales of the site; the source locale is one if any page is in it.
  let locales: [LocaleTag]
  let pages: [LocaleTag: Set<ArticleID>]
  let images: [LocaleTag: Set<ArticleID>]
  /// The images with their paths in the site, in the order of the paths.
  let imageFiles: [(String, Workspace.Input)]
  /// All articles, and whether search engines may index them.
  let indexed: [(id: ArticleID, isIndexed: Bool)]

  init(_ content: Content) {
    let source = content.workspace.configuration.source
    self.source = source
    var byID: [ArticleID: [(index: Int, locale: LocaleTag)]] = [:]
    var pages: [LocaleTag: Set<ArticleID>] = [:]
    for (index, file) in content.files.enumerated() where file.isBuildable {
      let locale = Content.locale(of: file, source: source)
      byID[file.article.id, default: []].append((index, locale))
      pages[locale, default: []].insert(file.article.id)
    }
    var sourceMakers: Set<Int> = []
    var sourceArticles: [ArticleID: Int] = [:]
    var indexed: [(id: ArticleID, isIndexed: Bool)] = []
    for (id, versions) in byID {
      if let own = versions.first(where: { $0.locale == source }) {
        sourceArticles[id] = own.index
      } else if let best = Self.newest(versions, in: content.files) {
        sourceMakers.insert(best)
        pages[source, default: []].insert(id)
      }
      let isHidden = versions.contains { Self.isHidden(content.files[$0.index].article) }
      indexed.append((id, !isHidden))
    }
    self.indexed = indexed.sorted { $0.id < $1.id }
    jobs = content.files.enumerated().map { index, file in
      Job(
        file: file, locale: Content.locale(of: file, source: source),
        makesSourcePage: sourceMakers.contains(index),
        source: sourceArticles[file.article.id].flatMap {
          $0 == index ? nil : content.files[$0]
        })
    }
    let inSource = pages[source] != nil && !content.locales.contains(source)
    locales = content.locales + (inSource ? [source] : [])
    self.pages = pages
    var images: [LocaleTag: Set<ArticleID>] = [:]
    var imageFiles: [(String, Workspace.Input)] = []
    for image in content.workspace.images {
      let locale = image.locale ?? source
      guard locales.contains(locale), images[locale, default: []].insert(image.id).inserted else {
        continue
      }
      imageFiles.append(("\(locale)/\(image.id)", image))
    }
    self.images = images
    self.imageFiles = imageFiles
  }

  /// The articles of each locale by name, those in another language included.
  func items(_ site: SiteModel) -> [LocaleTag: [IndexPlan.Item]] {
    var items: [LocaleTag: [(key: [UInt8], item: IndexPlan.Item)]] = [:]
    for job in jobs where job.file.isBuildable && job.file.article.id != ArticleID("index") {
      let article = job.file.article
      var sides: [(LocaleTag, Side)] = [(job.locale, .target)]
      if job.makesSourcePage { sides.append((site.source, .source)) }
      for (locale, side) in sides {
        let title = Self.title(of: article, side)
        func add(to target: LocaleTag, _ language: LocaleTag?) {
          let entry = IndexEntry(
            title: title, path: site.path(of: article.id, in: target), language: language)
          let item = IndexPlan.Item(
            id: article.id, entry: entry,
            service: article.frontMatter?.text("ms.service"),
            collection: article.frontMatter?.texts("ms.collection").first)
          items[target, default: []].append((Array(title.lowercased().utf8), item))
        }
        add(to: locale, nil)
        guard locale == site.source else { continue }
        for (other, ids) in site.fallbacks where ids.contains(article.id) {
          add(to: other, site.source)
        }
      }
    }
    return items.mapValues { items in
      items.sorted {
        $0.key == $1.key
          ? $0.item.entry.path.utf8.lexicographicallyPrecedes($1.item.entry.path.utf8)
          : $0.key.lexicographicallyPrecedes($1.key)
      }
      .map(\.item)
    }
  }

  /// The articles that each locale lacks and shows in the source's language.
  var fallbacks: [LocaleTag: Set<ArticleID>] {
    let sources = pages[source] ?? []
    var fallbacks: [LocaleTag: Set<ArticleID>] = [:]
    for locale in locales where locale != source {
      fallbacks[locale] = sources.subtracting(pages[locale] ?? [])
        .subtracting([ArticleID("index")])
    }
    return fallbacks
  }

  /// An article's name for lists: its title, else the text of its first heading.
  static func title(of article: Article, _ side: Side) -> String {
    if side == .target, let title = article.title { return title }
    if let heading = article.headings.first,
      let unit = article.units.first(where: {
        heading.line.contains($0.range.lowerBound)
      })
    {
      let text = article.text(unit.segment(side))
      if !text.isEmpty { return plain(text) }
    }
    if let heading = article.headings.first, article.units.isEmpty {
      return plain(article.text(heading.content..<max(heading.content, heading.line.upperBound)))
    }
    return article.title ?? article.id.description
  }

  /// A heading's text without its markup.
  private static func plain(_ markdown: String) -> String {
    Document(markdown: Array(markdown.utf8)).plainText(of: 0)
  }

  /// The translation with pairs that was handed over last; of equally new ones the first in the
  /// order of the locales.
  private static func newest(
    _ versions: [(index: Int, locale: LocaleTag)], in files: [ArticleFile]
  ) -> Int? {
    var best: (index: Int, date: CalendarDate?, locale: LocaleTag)?
    for version in versions where files[version.index].article.isBilingual {
      let date = files[version.index].article.frontMatter?.text("ms.lasthandoff")
        .flatMap { CalendarDate($0) }
      guard let known = best else {
        best = (version.index, date, version.locale)
        continue
      }
      let isNewer =
        switch (date, known.date) {
        case (let date?, let other?):
          date > other || (date == other && version.locale < known.locale)
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): version.locale < known.locale
        }
      if isNewer { best = (version.index, date, version.locale) }
    }
    return best?.index
  }

  /// Whether an article keeps search engines away.
  private static func isHidden(_ article: Article) -> Bool {
    guard let robots = article.frontMatter?.text("ROBOTS")?.lowercased() else { return false }
    return robots.contains("noindex") || robots.contains("none")
  }
}
