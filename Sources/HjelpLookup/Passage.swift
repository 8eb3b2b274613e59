/// A stretch of an article's text that a query can match.
public struct Passage: Sendable, Hashable {
  /// What the passage is in its article.
  public var kind: PassageKind
  /// The visible text, without markup; a declared passage may hold holes, `{…}`.
  public let text: String
  /// The BCP 47 tag of the text.
  public var language: String
  /// The number of the translation unit, as `103` or `p101`; nil outside units.
  public var unit: String?
  /// The id on the page, without `#`; nil if the page has none for it.
  public var anchor: String?
  /// Where the passage links to, if all of it is the text of one link: an article's id, which may
  /// have a slash before it and `.md`, `.html`, a query or a fragment after it; nil if it does not.
  ///
  /// What others call an article finds it too. Anything that is not an article's id is ignored.
  public var link: String?

  /// The sentence of the article that a declared error stands in, which is shown instead of it.
  public var sentence: String?

  /// The tokens of the text.
  let tokens: PassageTokens

  /// Creates a passage.
  public init(
    kind: PassageKind, text: String, language: String, unit: String? = nil, anchor: String? = nil,
    link: String? = nil, sentence: String? = nil
  ) {
    self.kind = kind
    self.text = text
    tokens = PassageTokens(text)
    self.language = language
    self.unit = unit
    self.anchor = anchor
    self.link = link
    self.sentence = sentence
  }
}
