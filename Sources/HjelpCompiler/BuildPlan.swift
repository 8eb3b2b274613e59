internal import HjelpArticle
internal import HjelpLocale
internal import HjelpSite

/// Which pages there will be, and what each is made of.
struct BuildPlan: Sendable {
  /// The pages that an article gives.
  struct Job: Sendable {
    /// The place of the article's file among those of the content.
    var file: Int
    /// Whether the page of the source locale is made of this translation's source halves.
    var makesSourcePage: Bool
    /// The file of the source-locale article, of a translation.
    var source: Int?
  }

  let jobs: [Job]
  private let files: [ArticleFile]
  private let source: LocaleTag
  /// The locales of the site; the source locale is one if any page is in it.
  let locales: [LocaleTag]
  let pages: [LocaleTag: Set<ArticleID>]
  let images: [LocaleTag: Set<ArticleID>]
  /// The images with their paths in the site, in the order of the paths.
  let imageFiles: [(String, Workspace.Input)]

  init(_ content: Content) {
    let source = content.workspace.configuration.source
    self.source = source
    files = content.files
    var byID: [ArticleID: [(index: Int, locale: LocaleTag)]] = [:]
    var pages: [LocaleTag: Set<ArticleID>] = [:]
    for (index, file) in content.files.enumerated() where file.isBuildable {
      let locale = Content.locale(of: file, source: source)
      byID[file.input.id, default: []].append((index, locale))
      pages[locale, default: []].insert(file.input.id)
    }
    var makesSource = [Bool](repeating: false, count: files.count)
    var sourceArticles: [ArticleID: Int] = [:]
    for (id, versions) in byID {
      if let own = versions.first(where: { $0.locale == source }) {
        sourceArticles[id] = own.index
      } else if let best = Self.newest(versions, in: content.files) {
        makesSource[best] = true
        pages[source, default: []].insert(id)
      }
    }
    jobs = content.files.enumerated().map { index, file in
      Job(
        file: index, makesSourcePage: makesSource[index],
        source: sourceArticles[file.input.id].flatMap {
          $0 == index ? nil : $0
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

  /// The articles of each locale in the order of the files, those in another language included.
  func items(_ site: SiteModel) -> [LocaleTag: [IndexPlan.Item]] {
    var items: [LocaleTag: [IndexPlan.Item]] = [:]
    for job in jobs where files[job.file].isBuildable {
      let file = files[job.file]
      let id = file.input.id
      guard id != ArticleID("index") else { continue }
      var sides = [(Content.locale(of: file, source: source), Side.target)]
      if job.makesSourcePage { sides.append((site.source, .source)) }
      for (locale, side) in sides {
        let title = file.name(side)
        func add(to target: LocaleTag, isFallback: Bool) {
          let item = IndexPlan.Item(
            entry: IndexEntry(id: id, title: title, isFallback: isFallback),
            service: file.summary.service,
            collection: file.summary.collection)
          items[target, default: []].append(item)
        }
        add(to: locale, isFallback: false)
        guard locale == site.source else { continue }
        for (other, ids) in site.fallbacks where ids.contains(id) {
          add(to: other, isFallback: true)
        }
      }
    }
    return items
  }

  /// All articles, and whether search engines may index them: none of their locales keeps these away.
  var indexed: [(id: ArticleID, isIndexed: Bool)] {
    var hidden: [ArticleID: Bool] = [:]
    for file in files where file.isBuildable {
      hidden[file.input.id] = (hidden[file.input.id] ?? false) || file.summary.isHidden
    }
    return hidden.sorted { $0.key < $1.key }.map { ($0.key, !$0.value) }
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

  /// The translation with pairs that was handed over last; of equally new ones the first in the
  /// order of the locales.
  private static func newest(
    _ versions: [(index: Int, locale: LocaleTag)], in files: [ArticleFile]
  ) -> Int? {
    // Most articles are in one other locale.
    if let only = versions.first, versions.count == 1 {
      return files[only.index].summary.isBilingual ? only.index : nil
    }
    var best: (index: Int, date: CalendarDate?, locale: LocaleTag)?
    for version in versions where files[version.index].summary.isBilingual {
      let date = files[version.index].summary.handoff.flatMap { CalendarDate($0) }
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
}
