/// Why an article was given as an answer.
public struct LookupExplanation: Sendable, Hashable {
  /// A word of the query and the word of the passage that it stands for.
  public struct AlignedWord: Sendable, Hashable {
    /// The word of the query, normalised.
    public var query: String
    /// The word of the passage, normalised.
    public var passage: String
    /// What the pair weighs, in bits.
    public var bits: Double
  }

  /// The pairs, in the order of the passage.
  public var aligned: [AlignedWord]
  /// The bits of the pairs together, less what gaps cost.
  public var bits: Double
  /// The share of the query's bits that is matched, 0 to 1.
  public var queryCoverage: Double
  /// The share of the passage's bits that is matched, 0 to 1.
  public var passageCoverage: Double
  /// How many parts of the query count as holes.
  public var holes: Int
  /// The features by name, in the order of the score's weights.
  public var features: [Feature]
  /// The linear score.
  public var score: Double

  /// One feature of the linear score.
  public struct Feature: Sendable, Hashable {
    /// The name, as in the training script.
    public var name: String
    /// The value.
    public var value: Double
  }
}
