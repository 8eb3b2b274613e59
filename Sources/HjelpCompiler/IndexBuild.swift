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
    let own = entries[locale] ?? []
    for entry in own { builder.append(entry) }
    if locale != source {
      let ids = Set(own.map { Array($0.id.utf8) })
      for var entry in entries[source] ?? [] where !ids.contains(Array(entry.id.utf8)) {
        entry.isFallback = true
        builder.append(entry)
      }
    }
    return builder.build()
  }
}
