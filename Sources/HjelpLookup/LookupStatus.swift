/// What an answer as a whole says.
public enum LookupStatus: String, Sendable, CaseIterable {
  /// The first answer can be trusted.
  case match
  /// Something like it was found, but nothing that can be trusted.
  case candidates
  /// Several articles answer equally well, and none of them declares the string.
  case ambiguous
  /// Nothing was found.
  case none

  /// The confidence from which an answer is a match.
  public static let matchThreshold = 0.80
  /// The confidence from which an answer is worth showing.
  public static let candidateThreshold = 0.35
  /// Two matches that lie closer together than this are ambiguous.
  public static let ambiguityMargin = 0.02
}
