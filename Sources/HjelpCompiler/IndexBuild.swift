internal import HjelpLocale
internal import HjelpLookup

/// Makes the lookup index of each locale.
struct IndexBuild: Sendable {
  private let source: LocaleTag
  private var entries: [LocaleTag: [LookupEntry]] = [:]

  init(source: LocaleTag, entries: [LocalizedEntry]) {
    self.source = source
    for entry in entries { self.entries[entry.locale, default: []].append(entry.entry) }
  }

  /// The index of a locale: its articles, and those of the source that it lacks.
  func files(for locale: LocaleTag) -> LookupIndexFiles {
    var builder = LookupIndexBuilder(locale: locale.description)
    for entry in shown(in: locale) { builder.append(entry) }
    return builder.build()
  }

  /// The articles that a locale shows: its own, and those of the source that it lacks.
  func shown(in locale: LocaleTag) -> [LookupEntry] {
    let own = entries[locale] ?? []
    guard locale != source else { return own }
    let ids = Set(own.map { Array($0.id.utf8) })
    let others = (entries[source] ?? []).filter { !ids.contains(Array($0.id.utf8)) }
    return own
      + others.map {
        var entry = $0
        entry.isFallback = true
        return entry
      }
  }
}
