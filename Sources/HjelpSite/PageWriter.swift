internal import HjelpEncoding
internal import HjelpLocale

/// Writes the furniture that all pages share, and keeps their text.
struct PageWriter {
  let site: SiteModel
  let locale: LocaleTag
  let words: InterfaceWords
  /// The page's path from the root.
  let path: String
  private(set) var html: [UInt8] = []

  init(site: SiteModel, locale: LocaleTag, path: String) {
    self.site = site
    self.locale = locale
    words = InterfaceWords.words(for: locale)
    self.path = path
  }

  /// A page in another language.
  struct Alternate {
    var locale: LocaleTag
    /// The path of the page from the root.
    var path: String
  }

  /// What a page says of itself in its head.
  struct Head {
    var title: String
    var description: String?
    var robots: String?
    /// The pages in all languages, this one included; empty for pages that have none.
    var alternates: [Alternate] = []
    var isArticle = false
  }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { unsafe html.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) { html.append(contentsOf: text.utf8) }

  mutating func write(_ bytes: [UInt8]) { html.append(contentsOf: bytes) }

  mutating func writeEscaped(_ text: String) { HTMLEscaping.append(text.utf8, to: &html) }

  /// Attributes for furniture whose words are not in the page's language.
  var wordsLanguage: String {
    words.language == locale.language ? "" : " lang=\"\(words.language)\" dir=\"ltr\""
  }

  /// An address as seen from this page: relative, or from the base's path on a page that can be
  /// shown anywhere.
  func address(_ target: String) -> String {
    path == "404.html"
      ? basePath + PercentEncoding.path(target.utf8) : SitePath.relative(from: path, to: target)
  }

  /// The path of the public address, with a final slash.
  private var basePath: String {
    guard let base = site.baseURL, let scheme = base.firstRange(of: "://"),
      let slash = base[scheme.upperBound...].firstIndex(of: "/")
    else { return "/" }
    return base[slash...] + "/"
  }

  /// The address for machines: absolute if the public address is known.
  func machineAddress(_ target: String) -> String {
    site.baseURL.map { $0 + "/" + PercentEncoding.path(target.utf8) } ?? address(target)
  }

  /// The policy of DESIGN section 7: nothing inline, nothing from elsewhere but images.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'"

  mutating func begin(_ head: Head) {
    write("<!doctype html>\n<html lang=\"\(locale)\" dir=\"\(locale.direction.html)\">\n<head>")
    write("<meta charset=\"utf-8\">")
    write("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    write(Self.contentSecurityPolicy)
    write("\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
    writeEscaped(head.title == site.title ? head.title : "\(head.title) – \(site.title)")
    write("</title>")
    if let description = head.description {
      write("<meta name=\"description\" content=\"")
      writeEscaped(description)
      write("\">")
    }
    if let robots = head.robots {
      write("<meta name=\"robots\" content=\"")
      writeEscaped(robots)
      write("\">")
    }
    write("\n<link rel=\"stylesheet\" href=\"\(address(site.stylesheet))\">")
    write("<script src=\"\(address(site.script))\" defer></script>")
    write("<link rel=\"icon\" href=\"data:,\">")
    if site.baseURL != nil, path != "404.html" {
      write("<link rel=\"canonical\" href=\"\(machineAddress(path))\">")
    }
    if head.alternates.count > 1 {
      for alternate in head.alternates {
        write("<link rel=\"alternate\" hreflang=\"\(alternate.locale)\" href=\"")
        write(machineAddress(alternate.path))
        write("\">")
      }
      if let main = head.alternates.first(where: { $0.locale == site.source })
        ?? head.alternates.first
      {
        write("<link rel=\"alternate\" hreflang=\"x-default\" href=\"")
        write(machineAddress(main.path))
        write("\">")
      }
    }
    write("<meta property=\"og:title\" content=\"")
    writeEscaped(head.title)
    write("\"><meta property=\"og:type\" content=\"\(head.isArticle ? "article" : "website")\">")
    write("</head>\n")
  }

  mutating func header(alternates: [Alternate]) {
    write("<body><a class=\"skip\" href=\"#Hjelp-main\"\(wordsLanguage)>")
    writeEscaped(words.skip)
    write("</a>\n<header class=\"top\"><div class=\"bar\"><a class=\"brand\" href=\"")
    write(address("\(locale)/index.html"))
    write("\">")
    writeEscaped(site.title)
    write("</a>")
    if alternates.count > 1 { languageMenu(alternates) }
    write("</div></header>\n")
  }

  private mutating func languageMenu(_ alternates: [Alternate]) {
    write("<details class=\"menu\"><summary><span class=\"vh\"\(wordsLanguage)>")
    writeEscaped(words.languageMenu)
    write(": </span>")
    writeEscaped(LanguageName.own(locale))
    write("</summary><ul>")
    for alternate in alternates {
      write("<li><a href=\"\(address(alternate.path))\" hreflang=\"\(alternate.locale)\"")
      write(" lang=\"\(alternate.locale)\" dir=\"\(alternate.locale.direction.html)\"")
      if alternate.locale == locale { write(" aria-current=\"page\"") }
      write(">")
      writeEscaped(LanguageName.own(alternate.locale))
      write("</a></li>")
    }
    write("</ul></details>")
  }

  /// The index pages of all locales.
  var indexAlternates: [Alternate] {
    site.locales.map { Alternate(locale: $0, path: "\($0)/index.html") }
  }

  /// A list of articles.
  mutating func list(_ entries: [IndexEntry]) {
    guard !entries.isEmpty else { return }
    write("<ul class=\"list\">\n")
    for entry in entries {
      write("<li><a href=\"\(address(entry.path))\">")
      writeEscaped(entry.title)
      write("</a></li>\n")
    }
    write("</ul>\n")
  }

  mutating func end() {
    write("<footer class=\"foot\"><div>")
    writeEscaped(site.title)
    write("</div></footer></body></html>\n")
  }
}
