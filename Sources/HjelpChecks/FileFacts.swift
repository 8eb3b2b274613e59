/// What is known of a file beside its bytes.
public struct FileFacts: Sendable {
  /// Why it could not be read, if so.
  public var unreadable: String?
  /// Its size, where it is too large to be read.
  public var excessiveSize: Int?
  /// The other inputs that would be written to the same path, as named on the command line.
  public var collisions: [String]
  /// Whether another input takes the path, so that this one is not built.
  public var isShadowed: Bool
  /// What the lookup says to the errors that the article declares, where it does not say what it
  /// should.
  public var lookup: [LookupFact]

  /// The name of another article of the locale whose heading is this one's title, if it is not this
  /// one's own heading.
  public var titleOwner: String?
  /// The code of the fences of the source article, in order, where it is at hand.
  public var sourceFences: [[UInt8]]?
  /// What is known of the source that it was translated from.
  public var source: SourceFacts?
  /// The terms that hold for it.
  public var terms: TermFacts?
  /// What its links can lead to.
  public var places: ContentPlaces?
  /// What is wrong with its old addresses.
  public var redirects: [RedirectFact]

  /// Facts of an ordinary file, or these.
  public init(
    unreadable: String? = nil, excessiveSize: Int? = nil, collisions: [String] = [],
    isShadowed: Bool = false, lookup: [LookupFact] = [],
    titleOwner: String? = nil, sourceFences: [[UInt8]]? = nil, source: SourceFacts? = nil,
    terms: TermFacts? = nil, places: ContentPlaces? = nil,
    redirects: [RedirectFact] = []
  ) {
    self.unreadable = unreadable
    self.excessiveSize = excessiveSize
    self.collisions = collisions
    self.isShadowed = isShadowed
    self.lookup = lookup
    self.titleOwner = titleOwner
    self.sourceFences = sourceFences
    self.source = source
    self.terms = terms
    self.places = places
    self.redirects = redirects
  }
}
