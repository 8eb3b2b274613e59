package import HjelpLocale

/// Which locale serves which wanted one, for a database that compares the beginnings of tags alone.
package struct ExportLocales: Sendable {
  /// The beginnings of tags in lower case, the empty one first, and the locale that serves them.
  ///
  /// The longest beginning decides that is the whole tag, or that a hyphen follows in it. What is
  /// lost: a tag of another script than the language's own (`ja-Latn`) is served as the language.
  package let rows: [(wanted: String, served: LocaleTag)]

  /// Asks the service's own rule for each beginning that matters.
  package init(_ service: LookupService) {
    let special = [
      "no", "nn", "zh-Hans", "zh-Hant", "zh-CN", "zh-SG", "zh-TW", "zh-HK", "zh-MO", "sr-Latn",
      "sr-Cyrl",
    ]
    var tags = special.compactMap { LocaleTag($0) }
    for locale in service.locales {
      var current: LocaleTag? = locale
      while let tag = current {
        tags.append(tag)
        current = tag.truncated
      }
    }
    let served = Set(tags).sorted().map { tag in
      (wanted: tag.description.lowercased(), served: service.choice(locale: tag).served)
    }
    rows = [(wanted: "", served: service.source)] + served
  }
}
