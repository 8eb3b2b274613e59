/// One of the two languages of a bilingual article.
public enum Side: Sendable {
  /// The translation.
  case target
  /// What was translated.
  case source
}
