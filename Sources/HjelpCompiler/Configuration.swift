package import HjelpChecks
package import HjelpDiagnostics
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
  /// Levels of rules.
  package var rules: [RuleID: RuleSet.Level] = [:]
  /// Schemes of links beside the usual ones.
  package var urlSchemes: Set<String> = []

  /// The defaults.
  package init() {}

  /// The keys that a file may hold.
  package static let keys = [
    "title", "base-url", "link-base", "public", "source", "locales", "exclude", "rules",
    "url-schemes",
  ]
}
