/// What is known of the source that an article was translated from.
public struct SourceFacts: Sendable, Hashable {
  /// Whether the source locale is at hand and has no such article.
  public var isOrphan: Bool
  /// What has changed in the source article since the translation.
  public var changes: [SourceChange]
  /// The file of the locale that translates a newer version, and what differs in it.
  public var newer: NewerLocale?
  /// What a translation without pairs has more or fewer of than the source article.
  public var structure: [Structure]
  /// Whether the source of a translation without pairs has another hash than the one it names.
  public var isHashDifferent: Bool

  /// A locale of the same article that translates a newer version of the source.
  public struct NewerLocale: Sendable, Hashable {
    /// Its file, as named on the command line.
    public var file: String
    /// What differs.
    public var changes: [SourceChange]

    /// A newer translation.
    public init(file: String, changes: [SourceChange]) {
      self.file = file
      self.changes = changes
    }
  }

  /// A kind of part that two articles have different numbers of.
  public struct Structure: Sendable, Hashable {
    /// `headings`, `code blocks` or `images`.
    public var kind: String
    /// How many the source article has.
    public var source: Int
    /// How many the translation has.
    public var translation: Int

    /// A difference.
    public init(kind: String, source: Int, translation: Int) {
      self.kind = kind
      self.source = source
      self.translation = translation
    }
  }

  /// Facts of a fresh translation, or these.
  public init(
    isOrphan: Bool = false, changes: [SourceChange] = [], newer: NewerLocale? = nil,
    structure: [Structure] = [], isHashDifferent: Bool = false
  ) {
    self.isOrphan = isOrphan
    self.changes = changes
    self.newer = newer
    self.structure = structure
    self.isHashDifferent = isHashDifferent
  }
}
