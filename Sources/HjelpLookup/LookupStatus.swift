/// What an answer as a whole says.
public enum LookupStatus: String, Sendable, CaseIterable {
  /// The first answer can be trusted.
  case match
  /// Something like it was found, but nothing that can be trusted.
  case candidates
  /// Several articles answer equally well, and none of them declares the string.
  case ambiguous
  /// Nothing was found that answers.
  case none

  /// The confidence from which an answer is a match.
  public static let matchThreshold = 0.80
  /// The confidence of the first answer from which the answers are candidates.
  public static let candidateThreshold = 0.35
  /// The confidence from which an article is listed at all.
  ///
  /// With ``none`` what is listed are the nearest articles, for people who want to look on; a
  /// program takes the status at its word.
  public static let listingThreshold = 0.02
  /// Two matches that lie closer together than this are ambiguous.
  public static let ambiguityMargin = 0.02
}
