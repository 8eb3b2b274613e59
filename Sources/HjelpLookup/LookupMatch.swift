/// An article that answers a query, and the passage that says so.
public struct LookupMatch: Sendable, Hashable {
  /// The article's id.
  public var id: String
  /// The page's path in the site.
  public var url: String
  /// The page's title.
  public var title: String
  /// The BCP 47 tag of the page.
  public var locale: String
  /// How likely the answer is right, 0 to 1.
  public var confidence: Double
  /// True for an article of the source locale that the asked locale lacks.
  public var isFallback: Bool
  /// The text of the passage; nil without the index's text.
  public var matched: String?
  /// What the passage is in the article.
  public var kind: PassageKind
  /// The BCP 47 tag of the passage.
  public var language: String
  /// The number of the passage's translation unit.
  public var unit: String?
  /// The id on the page that the passage stands at, without `#`.
  public var anchor: String?
  /// Why, where the query asked for it.
  public var explanation: LookupExplanation?
}
