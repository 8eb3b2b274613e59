/// The terms that hold for an article, and how its sentences are translated elsewhere.
public struct TermFacts: Sendable {
  /// The glossary of its locale.
  public var glossary: Glossary?
  /// Names that must stay as they are in the source.
  public var kept: [String]
  /// By unit, how other units of the locale translate the same sentence in other words.
  public var otherTranslations: [String: OtherTranslations]

  /// The translations of a sentence that is translated in several ways.
  public struct OtherTranslations: Sendable, Hashable {
    /// How many different ones there are, this one included.
    public var count: Int
    /// The one that is proposed: by a person before by a machine, then the most frequent.
    public var proposed: String

    /// Translations.
    public init(count: Int, proposed: String) {
      self.count = count
      self.proposed = proposed
    }
  }

  /// Facts with these parts.
  public init(
    glossary: Glossary? = nil, kept: [String] = [],
    otherTranslations: [String: OtherTranslations] = [:]
  ) {
    self.glossary = glossary
    self.kept = kept
    self.otherTranslations = otherTranslations
  }
}
