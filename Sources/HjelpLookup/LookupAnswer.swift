/// What an index says to a query.
public struct LookupAnswer: Sendable, Hashable {
  /// What the answer as a whole says.
  public var status: LookupStatus
  /// The query as it was understood.
  public var normalized: String
  /// The codes in the query, in their canonical form, in the order of the text.
  public var codes: [String]
  /// The articles, the most confident first, one entry for each.
  public var answers: [LookupMatch]
}
