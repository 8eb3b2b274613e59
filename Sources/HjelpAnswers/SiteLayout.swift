internal import HjelpLocale
internal import HjelpRelease

/// The locales of a site, as its manifest names them, and where their indexes stand.
struct SiteLayout {
  let source: LocaleTag
  let locales: [LocaleTag]
  /// The locales that have an index, in the manifest's order.
  let indexed: [LocaleTag]

  /// The locale whose index answers to a wanted one.
  func served(_ wanted: LocaleTag) -> LocaleTag {
    let last = indexed.contains(source) ? source : indexed.first ?? source
    return LocaleNegotiation(available: indexed, source: last).best(for: [wanted])
  }

  init(_ manifest: Manifest, site: String) throws(AnswersError) {
    var locales: [LocaleTag] = []
    for tag in manifest.locales + [manifest.source] {
      guard let locale = LocaleTag(tag), locale.description == tag else {
        throw AnswersError.locale(site: site, tag: tag)
      }
      if !locales.contains(locale) { locales.append(locale) }
    }
    guard let source = LocaleTag(manifest.source) else {
      throw AnswersError.locale(site: site, tag: manifest.source)
    }
    let paths = Set(manifest.files.lazy.map(\.path))
    self.source = source
    self.locales = locales
    indexed = locales.filter { Self.indexPath($0).map(paths.contains) ?? false }
  }

  static func indexPath(_ locale: LocaleTag) -> ReleasePath? { ReleasePath("lookup/\(locale).hjx") }

  static func textPath(_ locale: LocaleTag) -> ReleasePath? { ReleasePath("lookup/\(locale).hjs") }
}
