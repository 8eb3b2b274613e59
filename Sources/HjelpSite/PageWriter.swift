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
    words = site.words(for: locale)
    self.path = path
    html.reserveCapacity(1 << 14)
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
    /// The page that this one stands for, where it is another.
    var canonical: String?
    /// The language of the text, where it is not the page's.
    var contentLocale: LocaleTag?
    /// The article's date.
    var modified: String?
    /// The page that the article was translated from.
    var original: String?
    /// Whether there are reading modes.
    var hasModes = false
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
    write("<!doctype html>\n<html lang=\"")
    write(locale.description)
    write("\" dir=\"")
    write(locale.direction.html)
    write("\">\n<head><meta charset=\"utf-8\">")
    write("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    write(Self.contentSecurityPolicy)
    write("\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
    writeEscaped(head.title)
    if head.title != site.title {
      write(" – ")
      writeEscaped(site.title)
    }
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
    write("\n<link rel=\"stylesheet\" href=\"")
    write(address(site.stylesheet))
    write("\">")
    if let own = site.owner.stylesheet {
      write("<link rel=\"stylesheet\" href=\"\(address(own))\">")
    }
    // With modes it is run before the text is there: a remembered mode must not move it.
    write("<script src=\"")
    write(address(site.script))
    if head.hasModes { write("\"></script>") } else { write("\" defer></script>") }
    write("<link rel=\"icon\" href=\"data:,\">")
    if site.baseURL != nil, path != "404.html" {
      write("<link rel=\"canonical\" href=\"\(machineAddress(head.canonical ?? path))\">")
    }
    if head.alternates.count > 1, head.canonical == nil {
      for alternate in head.alternates {
        write("<link rel=\"alternate\" hreflang=\"")
        write(alternate.locale.description)
        write("\" href=\"")
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
    write("<meta property=\"og:locale\" content=\"")
    for byte in (head.contentLocale ?? locale).description.utf8 {
      html.append(byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte)
    }
    write("\">")
    if site.baseURL != nil, path != "404.html" {
      write("<meta property=\"og:url\" content=\"\(machineAddress(head.canonical ?? path))\">")
    }
    if head.isArticle { structuredData(head) }
    write("</head>\n")
  }

  /// What search engines read of an article (schema.org). A data block is no script: the policy of
  /// the page does not concern it.
  private mutating func structuredData(_ head: Head) {
    var json = JSONWriter()
    json.beginObject()
    json.field("@context", "https://schema.org")
    json.field("@type", "TechArticle")
    json.field("headline", head.title)
    json.field("inLanguage", (head.contentLocale ?? locale).description)
    json.field("dateModified", head.modified)
    if let original = head.original, site.baseURL != nil {
      json.beginObject("translationOfWork")
      json.field("@type", "TechArticle")
      json.field("url", machineAddress(original))
      json.endObject()
    }
    json.endObject()
    write("<script type=\"application/ld+json\">")
    // Nothing in the text may end the block.
    for byte in json.bytes {
      if byte == UInt8(ascii: "<") { write("\\u003C") } else { html.append(byte) }
    }
    write("</script>")
  }

  mutating func header(alternates: [Alternate]) {
    write("<body><a class=\"skip\" href=\"#Hjelp-main\"\(wordsLanguage)>")
    writeEscaped(words[.skip])
    write("</a>\n<header class=\"top\"><div class=\"bar\"><a class=\"brand\" href=\"")
    write(address("\(locale)/index.html"))
    write("\">")
    if let logo = site.owner.logo {
      write("<img src=\"\(address(logo))\" alt=\"\" height=\"28\">")
    }
    writeEscaped(site.title)
    write("</a>")
    if !site.owner.links.isEmpty {
      write("<nav class=\"links\">")
      for link in site.owner.links {
        write("<a href=\"")
        if OwnerHTML.isRelative(link.address.utf8) {
          write(address(link.address))
        } else {
          write(PercentEncoding.url(link.address.utf8))
        }
        write("\">")
        writeEscaped(link.text)
        write("</a>")
      }
      write("</nav>")
    }
    searchForm()
    if alternates.count > 1 { languageMenu(alternates) }
    write("</div></header>\n")
    write(site.owner.header.html(address))
  }

  /// Leads to the locale's search page, without a script too.
  private mutating func searchForm() {
    write("<form class=\"find\" role=\"search\" data-hjelp-chrome action=\"")
    write(address("\(locale)/search.html"))
    write("\"\(wordsLanguage)><input type=\"search\" name=\"q\" data-hjelp-chrome aria-label=\"")
    writeEscaped(words[.search])
    write("\" placeholder=\"")
    writeEscaped(words[.search])
    write("\" dir=\"auto\"></form>")
  }

  private mutating func languageMenu(_ alternates: [Alternate]) {
    write("<details class=\"menu\"><summary><span class=\"vh\"\(wordsLanguage)>")
    writeEscaped(words[.languageMenu])
    write(": </span>")
    writeEscaped(LanguageName.own(locale))
    write("</summary><ul>")
    for alternate in alternates {
      let language = alternate.locale.description
      write("<li><a href=\"")
      write(address(alternate.path))
      write("\" hreflang=\"")
      write(language)
      write("\" lang=\"")
      write(language)
      write("\" dir=\"")
      write(alternate.locale.direction.html)
      write("\"")
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

  /// Lists of articles, and a field that filters them where a script runs.
  mutating func lists(_ groups: [IndexGroup]) {
    let count = groups.reduce(0) { $0 + $1.entries.count }
    guard count > 0 else { return }
    if count > 12 {
      write("<p class=\"filter\"\(wordsLanguage)><label>")
      writeEscaped(words[.filter])
      write(" <input type=\"search\" data-hjelp-chrome dir=\"auto\"></label></p>\n")
    }
    for group in groups where !group.entries.isEmpty {
      if groups.count > 1 {
        write("<h\(group.level)")
        if group.name == nil { write(wordsLanguage) }
        write(">")
        writeEscaped(group.name ?? words[.otherArticles])
        write("</h\(group.level)>")
      }
      write("<ul class=\"list\">\n")
      for entry in group.entries {
        write("<li><a href=\"\(address(site.path(of: entry.id, in: locale)))\"")
        if entry.isFallback {
          write(" lang=\"\(site.source)\" dir=\"\(site.source.direction.html)\"")
        }
        write(">")
        writeEscaped(entry.title)
        write("</a></li>\n")
      }
      write("</ul>\n")
    }
  }

  mutating func end() {
    write("<footer class=\"foot\"><div>")
    if site.owner.footer.isEmpty {
      writeEscaped(site.title)
    } else {
      write(site.owner.footer.html(address))
    }
    write("</div></footer></body></html>\n")
  }
}
