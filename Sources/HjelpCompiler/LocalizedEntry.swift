internal import HjelpLocale
internal import HjelpLookup

/// An article's entry in the index of a locale.
struct LocalizedEntry: Sendable {
  var locale: LocaleTag
  var entry: LookupEntry
}
