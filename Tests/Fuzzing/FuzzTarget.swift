/// A part of the program that reads what strangers wrote, and what must hold whatever they wrote.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Front matter: plain lines against a YAML reader.
  case frontMatter = "front-matter"
  /// An article: its pieces, units, editions and their maps.
  case article
  /// All rules over an article: places and fixes of what they find.
  case checks
  /// Markdown and raw HTML: what comes out runs nowhere, and cleaning it again changes nothing.
  case html
  /// The page of an article.
  case page
  /// The HTML that the owner of a site puts onto each page.
  case owner
  /// The files of a lookup index, as they are and with their checksums repaired.
  case index
  /// The normaliser of queries.
  case normalizer
  /// A manifest, and JSON in general.
  case manifest
  /// Locale tags and `Accept-Language`.
  case locale
  /// `hjelp.yml`.
  case configuration

  /// Throws if something does not hold for `bytes`.
  ///
  /// A trap of the program ends the process: what runs this reports it.
  package func check(_ bytes: [UInt8]) throws(Violation) {
    switch self {
    case .frontMatter: try Self.checkFrontMatter(bytes)
    case .article: try Self.checkArticle(bytes)
    case .checks: try Self.checkRules(bytes)
    case .html: try Self.checkHTML(bytes)
    case .page: try Self.checkPage(bytes)
    case .owner: try Self.checkOwner(bytes)
    case .index: try Self.checkIndex(bytes)
    case .normalizer: try Self.checkNormalizer(bytes)
    case .manifest: try Self.checkManifest(bytes)
    case .locale: try Self.checkLocale(bytes)
    case .configuration: try Self.checkConfiguration(bytes)
    }
  }
}
