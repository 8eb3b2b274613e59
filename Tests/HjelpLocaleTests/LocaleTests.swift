import Testing

@testable import HjelpLocale

/// Tags, folders and negotiation.
@Suite struct LocaleTests {
  @Test(
    "tags are read in any case and written in that of BCP 47",
    arguments: [
      ("nb-no", "nb-NO"), ("ZH-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("ja", "ja"),
      ("zh_hans", "zh-Hans"), ("fil-PH", "fil-PH"),
    ])
  func tags(_ text: String, _ expected: String) {
    #expect(LocaleTag(text)?.description == expected)
  }

  @Test(
    "what is no tag is none", arguments: ["", "n", "norwegian", "nb-", "nb-NOR", "zh-Docs", "a1"])
  func noTags(_ text: String) { #expect(LocaleTag(text) == nil) }

  @Test(
    "folders of articles are told from folders of locales",
    arguments: [
      ("nb-NO", true), ("NB-no", true), ("zh-Hans", true), ("es-419", true), ("docs", false),
      ("media", false), ("api-docs", false), ("en", false), ("nb_NO", false),
    ])
  func folders(_ name: String, _ isLocale: Bool) {
    #expect((LocaleTag(folder: name) != nil) == isLocale)
  }

  @Test(
    "lookup of RFC 4647, section 3.4, and of languages that serve each other",
    arguments: [
      ("zh-Hant-TW", ["zh-Hant", "zh"], "zh-Hant"), ("zh-Hant-TW", ["zh"], "zh"),
      ("de-CH", ["de", "fr"], "de"), ("nn-NO", ["nb-NO"], "nb-NO"), ("no", ["nb-NO"], "nb-NO"),
      ("nb", ["nb-NO"], "nb-NO"), ("zh-TW", ["zh-Hans", "zh-HK"], "zh-HK"),
      ("zh-CN", ["zh-TW", "zh-Hans"], "zh-Hans"), ("es-MX", ["es-ES"], "es-ES"),
      ("fr-FR", ["nb-NO"], "en-US"),
    ])
  func negotiation(_ wanted: String, _ available: [String], _ expected: String) throws {
    let negotiation = LocaleNegotiation(
      available: available.compactMap { LocaleTag($0) }, source: .americanEnglish)
    let tag = try #require(LocaleTag(wanted))
    #expect(negotiation.best(for: [tag]).description == expected)
  }

  @Test(
    "Accept-Language is read by weight, equal ones in their order",
    arguments: [
      ("da, en-gb;q=0.8, en;q=0.7", ["da", "en-GB", "en"]), ("en;q=0.5,nb;q=0.9", ["nb", "en"]),
      ("*, nb;q=0", []), ("ja,ko", ["ja", "ko"]),
    ])
  func header(_ header: String, _ expected: [String]) {
    #expect(
      LocaleNegotiation.ranges(inAcceptLanguage: header).map(\.description) == expected)
  }

  @Test(
    "directions follow the script",
    arguments: [
      ("ar-SA", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("nb-NO", "ltr"), ("az-Arab", "rtl"),
    ])
  func direction(_ tag: String, _ expected: String) {
    #expect(LocaleTag(tag)?.direction.html == expected)
  }
}
