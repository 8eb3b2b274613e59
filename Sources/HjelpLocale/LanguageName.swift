/// What languages are called in themselves.
public enum LanguageName {
  /// The locale's own name for its language, from a table (CLDR's names); its tag if it is not in
  /// the table.
  public static func own(_ locale: LocaleTag) -> String {
    if locale.language == "zh" {
      return locale.likelyScript == "Hant" ? "繁體中文" : "简体中文"
    }
    return names[locale.language] ?? locale.description
  }

  /// The locale's own name for its language as it stands within a sentence of that language.
  public static func withinText(_ locale: LocaleTag) -> String {
    let name = own(locale)
    return capitalized.contains(locale.language) ? name : name.lowercased()
  }

  /// The languages that write names of languages with a capital letter.
  private static let capitalized: Set<String> = ["af", "de", "en", "id", "ms", "nl"]

  private static let names: [String: String] = [
    "af": "Afrikaans", "ar": "العربية", "bg": "Български", "ca": "Català", "cs": "Čeština",
    "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English", "es": "Español",
    "et": "Eesti", "eu": "Euskara", "fa": "فارسی", "fi": "Suomi", "fr": "Français",
    "gl": "Galego", "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar",
    "id": "Indonesia", "is": "Íslenska", "it": "Italiano", "ja": "日本語", "kk": "Қазақ тілі",
    "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu", "ms": "Melayu", "nb": "Norsk bokmål",
    "nl": "Nederlands", "nn": "Norsk nynorsk", "no": "Norsk", "pl": "Polski",
    "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina",
    "sl": "Slovenščina", "sr": "Српски", "sv": "Svenska", "th": "ไทย", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt",
  ]
}
