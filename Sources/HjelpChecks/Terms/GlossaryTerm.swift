/// A term of the source language, and how one locale translates it.
public struct GlossaryTerm: Sendable, Hashable {
  /// The term in the source language.
  public var source: String
  /// The translations that are right, the preferred one first.
  public var accepted: [String]
  /// Translations that must not be used.
  public var forbidden: [String]

  /// A term.
  public init(source: String, accepted: [String], forbidden: [String] = []) {
    self.source = source
    self.accepted = accepted
    self.forbidden = forbidden
  }
}
