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
  package func index(of locale: LocaleTag, groups: [IndexGroup]) -> [UInt8] {
    var page = PageWriter(site: site, locale: locale, path: "\(locale)/index.html")
    let alternates = page.indexAlternates
    page.begin(PageWriter.Head(title: site.title, alternates: alternates))
    page.header(alternates: alternates)
    page.write("<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1>")
    page.writeEscaped(site.title)
    page.write("</h1>")
    page.lists(groups)
    page.write("</main></div>\n")
    page.end()
    return page.html
  }

  /// Where the reader of the search page finds what is searched.
  package struct SearchData: Sendable {
    /// The folder of its scripts from the root.
    package var folder: String
    /// How many shards the words are in.
    package var shards: Int
    /// How many names stand in a block.
    package var block: Int

    /// Places.
    package init(folder: String, shards: Int, block: Int) {
      self.folder = folder
      self.shards = shards
      self.block = block
    }
  }

  /// The search page of a locale.
  ///
  /// - Parameters:
  ///   - reader: The path of the script that searches, from the root.
  ///   - data: What it reads where no server answers.
  package func search(of locale: LocaleTag, reader: String, data: SearchData) -> [UInt8] {
    var page = PageWriter(site: site, locale: locale, path: "\(locale)/search.html")
    let alternates = site.locales.map {
      PageWriter.Alternate(locale: $0, path: "\($0)/search.html")
    }
    page.begin(PageWriter.Head(title: page.words[.search], robots: "noindex"))
    page.header(alternates: alternates)
    page.write(
      "<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1\(page.wordsLanguage)>")
    page.writeEscaped(page.words[.search])
    page.write("</h1><form id=\"Hjelp-search\" class=\"ask\" role=\"search\" data-hjelp-chrome")
    page.write("\(page.wordsLanguage)><label for=\"Hjelp-q\">")
    page.writeEscaped(page.words[.searchHint])
    page.write("</label><input type=\"search\" id=\"Hjelp-q\" name=\"q\" dir=\"auto\"")
    page.write(" autocomplete=\"off\" data-hjelp-chrome><button data-hjelp-chrome>")
    page.writeEscaped(page.words[.search])
    page.write("</button></form>\n<div id=\"Hjelp-answers\" aria-live=\"polite\" data-none=\"")
    page.writeEscaped(page.words[.searchNone])
    page.write("\" data-near=\"")
    page.writeEscaped(page.words[.searchNearest])
    page.write(
      "\" data-words=\"\(page.words.language)\"></div>\n<noscript><p\(page.wordsLanguage)>")
    page.writeEscaped(page.words[.searchNoScript])
    page.write(" <a href=\"\(page.address("\(locale)/index.html"))\">")
    page.writeEscaped(page.words[.articles])
    page.write("</a></p></noscript></main></div>\n")
    page.write("<script src=\"\(page.address(reader))\" defer data-files=\"")
    page.write("\(page.address(data.folder))\"")
    page.write(" data-shards=\"\(data.shards)\" data-block=\"\(data.block)\"></script>\n")
    page.end()
    return page.html
  }

  /// A page at an address that an article had before.
  package func redirect(from path: String, to address: String, locale: LocaleTag) -> [UInt8] {
    var page = PageWriter(site: site, locale: locale, path: path)
    let isInSite = !address.contains("://") && !address.hasPrefix("/")
    let target = isInSite ? page.address(address) : PercentEncoding.url(address.utf8)
    page.write("<!doctype html>\n<html lang=\"\(locale)\" dir=\"\(locale.direction.html)\"><head>")
    page.write("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"")
    page.write(PageWriter.contentSecurityPolicy)
    page.write("\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
    page.writeEscaped(page.words[.moved])
    page.write("</title><meta http-equiv=\"refresh\" content=\"0;url=")
    page.writeEscaped(target)
    page.write("\"><meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"")
    page.writeEscaped(isInSite ? page.machineAddress(address) : target)
    page.write("\"></head><body><p\(page.wordsLanguage)><a href=\"")
    page.writeEscaped(target)
    page.write("\">")
    page.writeEscaped(page.words[.moved])
    page.write("</a></p></body></html>\n")
    return page.html
  }

  /// The list of languages at the root.
  package func languages() -> [UInt8] {
    var page = PageWriter(site: site, locale: main, path: "index.html")
    page.begin(PageWriter.Head(title: site.title))
    page.header(alternates: [])
    page.write(
      "<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1\(page.wordsLanguage)>")
    page.writeEscaped(page.words[.chooseLanguage])
    page.write("</h1>")
    languageList(&page)
    page.write("</main></div>\n")
    page.end()
    return page.html
  }

  /// The page for addresses where nothing is.
  package func notFound() -> [UInt8] {
    var page = PageWriter(site: site, locale: main, path: "404.html")
    page.begin(PageWriter.Head(title: page.words[.notFound], robots: "noindex"))
    page.header(alternates: [])
    page.write(
      "<div class=\"page\"><main id=\"Hjelp-main\" tabindex=\"-1\"><h1\(page.wordsLanguage)>")
    page.writeEscaped(page.words[.notFound])
    page.write("</h1><p\(page.wordsLanguage)>")
    page.writeEscaped(page.words[.notFoundText])
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
