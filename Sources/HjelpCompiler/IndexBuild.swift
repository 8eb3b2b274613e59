internal import HjelpLocale
internal import HjelpLookup

/// Makes the lookup index of each locale.
struct IndexBuild: Sendable {
  private let source: LocaleTag
  /// Where the passages are.
  let store: PassageStore
  private var entries: [String: [StoredEntry]] = [:]

  /// Sorts the entries of articles by locale.
  init(source: LocaleTag, outputs: [CompiledOutput], in store: PassageStore) {
    self.source = source
    self.store = store
    for entry in outputs.lazy.flatMap(\.entries) {
      entries[store.locale(of: entry.stored), default: []].append(entry.stored)
    }
  }

  /// The index of a locale: its articles, and those of the source that it lacks.
  func files(for locale: LocaleTag) -> LookupIndexFiles {
    LookupIndexBuilder.files(locale.description, shown(in: locale), in: store)
  }

  /// What the search page of a locale reads.
  func search(for locale: LocaleTag) -> SearchFiles {
    SearchFiles(shown(in: locale), in: store, locale: locale)
  }

  /// The articles that a locale shows: its own, and those of the source that it lacks.
  private func shown(in locale: LocaleTag) -> [StoredEntry] {
    let own = entries[locale.description] ?? []
    return locale == source ? own : store.filled(own, from: entries[source.description] ?? [])
  }
}
