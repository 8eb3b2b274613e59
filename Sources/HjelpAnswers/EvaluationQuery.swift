/// A query whose right answers are known.
public struct EvaluationQuery: Sendable, Hashable {
  /// The set that the query belongs to: `exact-nb`, `neg-hard-en`.
  public var set: String
  /// The locale that is asked for, as it was written.
  public var locale: String
  /// What is looked up.
  public var text: String
  /// The ids of the articles that are right; empty if nothing is.
  public var relevant: [String]

  /// Creates a query.
  public init(set: String, locale: String, text: String, relevant: [String]) {
    self.set = set
    self.locale = locale
    self.text = text
    self.relevant = relevant
  }
}
