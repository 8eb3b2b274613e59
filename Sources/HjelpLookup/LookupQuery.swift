/// A question to an index.
public struct LookupQuery: Sendable, Hashable {
  /// What the product showed, the log line, or what a person typed.
  public var text: String
  /// How many answers at most; below 1 counts as 1.
  public var limit: Int
  /// Answers below this confidence are left out; it changes neither order nor confidence.
  public var minimumConfidence: Double
  /// Whether each answer says why it was given.
  public var explain: Bool

  /// Creates a query.
  public init(
    text: String, limit: Int = 5, minimumConfidence: Double = LookupStatus.listingThreshold,
    explain: Bool = false
  ) {
    self.text = text
    self.limit = limit
    self.minimumConfidence = minimumConfidence
    self.explain = explain
  }
}
