internal import HjelpLocale

extension LocaleTag {
  /// True if who asked for this locale reads text of the other as their own language.
  ///
  /// The same language in the same script, whatever the region. `no` is the language that `nb` and
  /// `nn` are forms of (ISO 639-3, a macrolanguage), so that `nb` answers to `no`; to `nn` it
  /// stands in.
  func isReadable(as other: LocaleTag) -> Bool {
    guard likelyScript == other.likelyScript else { return false }
    let norwegian = ["no", "nb", "nn"]
    return language == other.language
      || (language == "no" || other.language == "no")
        && norwegian.contains(language) && norwegian.contains(other.language)
  }
}
