/// What the lookup says to an error that an article declares.
public struct LookupFact: Sendable, Hashable {
  /// What is not as it should be.
  public enum Outcome: Sendable, Hashable {
    /// The error does not find the article in the index of this locale.
    case unanswerable(locale: String)
    /// The article with this id declares the same error.
    case ambiguous(other: String)
  }

  /// The error as it is declared.
  public var text: String
  /// What is not as it should be.
  public var outcome: Outcome

  /// A fact.
  public init(text: String, outcome: Outcome) {
    self.text = text
    self.outcome = outcome
  }
}
