package import HjelpArticle
internal import HjelpEncoding
internal import HjelpLocale

/// The files that search engines read.
package struct MachineFiles {
  private let site: SiteModel

  /// The files of `site`.
  package init(site: SiteModel) { self.site = site }

  /// `sitemap.xml`: every page that may be indexed, with its languages; `nil` without a public
  /// address.
  ///
  /// - Parameter articles: The articles in order, and whether search engines may index them.
  package func sitemap(_ articles: [(id: ArticleID, isIndexed: Bool)]) -> [UInt8]? {
    guard let base = site.baseURL else { return nil }
    var xml = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """.utf8)
    func add(_ pages: [(locale: LocaleTag, path: String)]) {
      let links = pages.count < 2 ? [] : pages
      for page in pages {
        xml.append(contentsOf: "<url><loc>".utf8)
        HTMLEscaping.append(address(base, page.path).utf8, to: &xml)
        xml.append(contentsOf: "</loc>".utf8)
        for link in links {
          xml.append(
            contentsOf: "<xhtml:link rel=\"alternate\" hreflang=\"\(link.locale)\" href=\"".utf8)
          HTMLEscaping.append(address(base, link.path).utf8, to: &xml)
          xml.append(contentsOf: "\"/>".utf8)
        }
        xml.append(contentsOf: "</url>\n".utf8)
      }
    }
    add(site.locales.map { ($0, "\($0)/index.html") })
    for article in articles where article.isIndexed && article.id != ArticleID("index") {
      add(site.locales(of: article.id).map { ($0, site.path(of: article.id, in: $0)) })
    }
    xml.append(contentsOf: "</urlset>\n".utf8)
    return xml
  }

  /// `robots.txt`.
  package func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let base = site.baseURL { text += "Sitemap: \(base)/sitemap.xml\n" }
    return Array(text.utf8)
  }

  private func address(_ base: String, _ path: String) -> String {
    base + "/" + PercentEncoding.path(path.utf8)
  }
}
