package import HjelpChecks
package import HjelpLocale
package import HjelpSite

/// The settings of a content folder: what `hjelp.yml` says, or the defaults.
package struct Configuration: Sendable {
  /// The file that the settings come from; `nil` without one.
  package var file: String?
  /// The lines of the keys, by which errors in the files that they name are reported.
  package var lines: [String: Int] = [:]
  /// The site's name.
  package var title = "Help"
  /// The public address without a final slash.
  package var baseURL: String?
  /// What is put before links that begin with `/`, without a final slash.
  package var linkBase: String?
  /// The folder of files that are copied as they are; `nil` for `Public` beside the content.
  package var publicFolder: String?
  /// The locale that translations are made from.
  package var source = LocaleTag.americanEnglish
  /// The order in which locales are offered, and bare languages that are folders.
  package var locales: [LocaleTag] = []
  /// Patterns of paths that are not read: `drafts/**`.
  package var exclude: [String] = []
  /// Levels of rules, a later one over an earlier one.
  package var rules: [RuleSetting] = []
  /// The file of known findings, relative to the current folder.
  package var baseline: String?
  /// The file of terms and their translations, relative to the current folder.
  package var glossary: String?
  /// Names that must stay as they are in every translation.
  package var noLoc: [String] = []
  /// The logo's file, relative to the current folder.
  package var logo: String?
  /// Links in the header.
  package var links: [SiteOwner.Link] = []
  /// Colours of the theme: a property's name, and its values in light and in dark.
  package var colors: [(name: String, light: String, dark: String)] = []
  /// A style sheet that is loaded behind the theme's, relative to the current folder.
  package var stylesheet: String?
  /// A file with HTML behind the header, relative to the current folder.
  package var header: String?
  /// A file with HTML in the footer, relative to the current folder.
  package var footer: String?
  /// The address for feedback with `{id}`, `{locale}` and `{unit}`.
  package var feedback: String?
  /// Words of the pages, by locale.
  package var interface: [LocaleTag: [InterfaceWords.Key: String]] = [:]
  /// Where old ids lead: to ids or addresses, each with the line of the file.
  package var redirects: [(from: String, to: String, line: Int)] = []
  /// Schemes of links beside the usual ones.
  package var urlSchemes: Set<String> = []
  /// The origins whose pages may read answers of the server; `*` stands for all.
  package var allowedOrigins: [String] = []
  /// What `hjelp serve` is started with.
  package var server = Server()

  /// The defaults.
  package init() {}

  /// The file itself and those that it names.
  var files: [String] {
    [file, baseline, glossary, logo, stylesheet, header, footer].compactMap(\.self)
  }

  /// The keys that a file may hold.
  package static let keys = [
    "title", "logo", "links", "colors", "stylesheet", "header", "footer", "feedback", "interface",
    "redirects", "base-url", "link-base", "public", "source", "locales", "exclude", "rules",
    "baseline",
    "glossary", "no-loc",
    "url-schemes", "cors", "server",
  ]

  /// The keys whose values are lists of texts.
  package static let lists: Set<String> = [
    "locales", "exclude", "no-loc", "url-schemes", "cors", "trusted-proxies",
  ]

  /// The theme's colours: the names in the file, and the properties that they set.
  static let colorNames: [(key: String, property: String)] = [
    ("background", "bg"), ("text", "fg"), ("headings", "head"), ("muted", "mute"),
    ("lines", "line"), ("accent", "acc"), ("original", "org"),
  ]

  /// What `hjelp serve` is started with, where no flag says otherwise.
  package struct Server: Sendable, Hashable {
    /// The name or address to listen on.
    package var host: String?
    /// The port to listen on, 0 to 65535.
    package var port: Int?
    /// The port of the metrics, 0 to 65535.
    package var metricsPort: Int?
    /// The file that questions without an answer are counted in, relative to the current folder.
    package var unanswered: String?
    /// How many requests a second an address may make on average; `nil` for any number.
    package var rateLimit: Int?
    /// The addresses and networks of the proxies that say whom they ask for.
    package var trustedProxies: [String] = []

    /// The keys that `server` may hold.
    package static let keys = [
      "host", "port", "metrics-port", "unanswered", "rate-limit", "trusted-proxies",
    ]
  }
}
