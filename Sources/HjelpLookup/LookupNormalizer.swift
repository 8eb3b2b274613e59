/// The one normaliser of builder, server, command and page.
public enum LookupNormalizer {
  /// Rises whenever a text gets another normal form; part of the index's format.
  public static let version = 2

  /// The normal form of a text: what is compared, and nothing else.
  ///
  /// Lower case without marks, one width, no punctuation, one blank between words, codes in their
  /// canonical form, `#` for what varies (GUID, URL, path, e-mail address, time, placeholder).
  public static func normalise(_ text: String) -> String {
    tokens(of: text).string
  }

  /// The codes of a text, canonical, each once, in the order of the text.
  public static func codes(in text: String) -> [String] {
    tokens(of: text).codes
  }

  /// The tokens of a text.
  ///
  /// - Parameter keepsDisplay: Whether the text for people is wanted, not the keys alone.
  static func tokens(of text: String, keepsDisplay: Bool = true) -> NormalizedText {
    var scanner = TokenScanner(text, keepsDisplay: keepsDisplay)
    return scanner.scan()
  }
}
