package import HjelpArticle
package import HjelpLocale
package import HjelpMarkdown

/// What every page of a site must know.
package struct SiteModel: Sendable {
  /// The site's name.
  package var title: String
  /// The locale that translations are made from.
  package var source: LocaleTag
  /// All locales of the site, in the order in which they are offered.
  package var locales: [LocaleTag]
  /// The public address without a final slash, if it is known.
  package var baseURL: String?
  /// What is put before links that begin with `/`, without a final slash.
  package var linkBase: String?
  /// Which schemes links may have.
  package var urls: URLPolicy
  /// The path of the style sheet from the root.
  package var stylesheet: String
  /// The path of the script from the root.
  package var script: String
  /// The articles of each locale: those that have a page there.
  package var pages: [LocaleTag: Set<ArticleID>]
  /// The images of each locale, as paths below its folder.
  package var images: [LocaleTag: Set<ArticleID>]

  private var imagesBySmallLetters: [ArticleID: ArticleID] = [:]

  /// The articles that a locale shows in another language, since it has none of its own.
  package var fallbacks: [LocaleTag: Set<ArticleID>] = [:]
  /// What the owner of the site has set.
  package var owner = SiteOwner()

  /// A site with these parts.
  package init(
    title: String, source: LocaleTag, locales: [LocaleTag], baseURL: String?, linkBase: String?,
    urls: URLPolicy, stylesheet: String, script: String, pages: [LocaleTag: Set<ArticleID>],
    images: [LocaleTag: Set<ArticleID>]
  ) {
    self.title = title
    self.source = source
    self.locales = locales
    self.baseURL = baseURL
    self.linkBase = linkBase
    self.urls = urls
    self.stylesheet = stylesheet
    self.script = script
    self.pages = pages
    self.images = images
    for id in images.values.flatMap(\.self).sorted() {
      let small = Self.small(id)
      if imagesBySmallLetters[small] == nil { imagesBySmallLetters[small] = id }
    }
  }

  /// The path of an article's page from the root. The article `index` is part of the locale's index
  /// page.
  package func path(of id: ArticleID, in locale: LocaleTag) -> String {
    "\(locale)/\(id).html"
  }

  /// The locales that have a page of the article in their own language, in the site's order.
  package func locales(of id: ArticleID) -> [LocaleTag] {
    locales.filter { pages[$0]?.contains(id) ?? false }
  }

  /// The words of a locale's pages.
  func words(for locale: LocaleTag) -> InterfaceWords {
    owner.words[locale] ?? InterfaceWords.words(for: locale)
  }

  /// Where a page of the article is: in `locale`, be it in another language, else in the source
  /// locale, else in the first locale that has one.
  func nearestPage(of id: ArticleID, from locale: LocaleTag) -> String? {
    if fallbacks[locale]?.contains(id) ?? false { return path(of: id, in: locale) }
    for candidate in [locale, source] + locales where pages[candidate]?.contains(id) ?? false {
      return path(of: id, in: candidate)
    }
    return nil
  }

  /// Where an image is: in `locale`, else in another one that has it; in another case, if none has
  /// it so written.
  func nearestImage(_ image: ArticleID, from locale: LocaleTag) -> String? {
    for candidate in [locale, source] + locales where images[candidate]?.contains(image) ?? false {
      return "\(candidate)/\(image)"
    }
    let actual = imagesBySmallLetters[Self.small(image)]
    return actual.flatMap { $0 == image ? nil : nearestImage($0, from: locale) }
  }

  private static func small(_ id: ArticleID) -> ArticleID {
    ArticleID(id.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }
}
