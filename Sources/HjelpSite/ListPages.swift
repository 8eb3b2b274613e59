internal import HjelpEncoding
package import HjelpLocale

/// The pages that list others: a locale's index, the list of languages, and what is shown where
/// nothing is.
package struct ListPages {
  private let site: SiteModel

  /// The lists of `site`.
  package init(site: SiteModel) {
    self.site = site
    main = site.locales.contains(site.source) ? site.source : site.locales.first ?? site.source
  }

  /// The locale of pages that stand in none.
  private let main: LocaleTag

  /// The index of a locale that has no article `index`.
  package func index(of locale: LocaleTag, entries: [IndexEntry]) -> [UInt8] {
    var page = PageWriter(site: site, locale: locale, path: "\(locale)/index.html")
    let alternates = page.indexAlternates
    page.begin(PageWriter.Head(title: site.title, alternates: alternates))
    page.header(alternates: alternates)
    page.write("<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1>")
    page.writeEscaped(site.title)
    page.write("</h1>")
    page.list(entries)
    page.write("</main></div>\n")
    page.end()
    return page.html
  }

  /// The list of languages at the root.
  package func languages() -> [UInt8] {
    var page = PageWriter(site: site, locale: main, path: "index.html")
    page.begin(PageWriter.Head(title: site.title))
    page.header(alternates: [])
    page.write(
      "<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1\(page.wordsLanguage)>")
    page.writeEscaped(page.words.chooseLanguage)
    page.write("</h1>")
    languageList(&page)
    page.write("</main></div>\n")
    page.end()
    return page.html
  }

  /// The page for addresses where nothing is.
  package func notFound() -> [UInt8] {
    var page = PageWriter(site: site, locale: main, path: "404.html")
    page.begin(PageWriter.Head(title: page.words.notFound, robots: "noindex"))
    page.header(alternates: [])
    page.write(
      "<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1\(page.wordsLanguage)>")
    page.writeEscaped(page.words.notFound)
    page.write("</h1><p\(page.wordsLanguage)>")
    page.writeEscaped(page.words.notFoundText)
    page.write("</p>")
    languageList(&page)
    page.write("</main></div>\n")
    page.end()
    return page.html
  }

  private func languageList(_ page: inout PageWriter) {
    page.write("<ul class=\"list\">")
    for locale in site.locales {
      page.write("<li><a href=\"\(page.address("\(locale)/index.html"))\" lang=\"\(locale)\"")
      page.write(" dir=\"\(locale.direction.html)\" hreflang=\"\(locale)\">")
      page.writeEscaped(LanguageName.own(locale))
      page.write("</a></li>")
    }
    page.write("</ul>")
  }
}
