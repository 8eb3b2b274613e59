package import HjelpChecks
package import HjelpLocale

/// The settings of a content folder: what `hjelp.yml` says, or the defaults.
package struct Configuration: Sendable {
  /// The file that the settings come from; `nil` without one.
  package var file: String?
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
  /// Schemes of links beside the usual ones.
  package var urlSchemes: Set<String> = []
  /// The origins whose pages may read answers of the server; `*` stands for all.
  package var allowedOrigins: [String] = []
  /// What `hjelp serve` is started with.
  package var server = Server()

  /// The defaults.
  package init() {}

  /// The keys that a file may hold.
  package static let keys = [
    "title", "base-url", "link-base", "public", "source", "locales", "exclude", "rules", "baseline",
    "glossary", "no-loc",
    "url-schemes", "cors", "server",
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
    package var unansweredFile: String?

    /// The keys that `server` may hold.
    package static let keys = ["host", "port", "metrics-port", "unanswered"]
  }
}
