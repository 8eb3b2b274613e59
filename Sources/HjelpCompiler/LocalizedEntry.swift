internal import HjelpLocale
internal import HjelpLookup

/// An article's entry in the index of a locale.
struct LocalizedEntry: Sendable {
  var locale: LocaleTag
  /// The article, without its passages.
  var entry: LookupEntry
  /// The passages of the errors that it declares, which come first.
  var declared: [Passage]
  /// Which of the article's sides can be found, in their order.
  var sides: Range<Int>
}
