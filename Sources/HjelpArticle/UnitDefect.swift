/// What is wrong with the tags of a unit.
public struct UnitDefect: Sendable {
  /// The kinds of damage.
  public enum Kind: Hashable, Sendable {
    /// The translation has no source half.
    case missingSource
    /// The source has no translation half.
    case missingTarget
    /// The source half is there and holds nothing.
    case emptySource
    /// The translation half is there and holds nothing.
    case emptyTarget
    /// The halves carry different identifiers; the other one is given.
    case idMismatch(String)
    /// Quotes of a tag are missing or written as `&quot;`.
    case quotes
    /// A tag is written as `&lt;span`.
    case escapedTag
    /// The name of an attribute, or the class, is not spelled right.
    case misspelt
    /// The span around the source half has lost its class, or the span itself.
    case lostClass
    /// A unit begins inside another.
    case nested
    /// A tag is opened and not closed.
    case unclosed
    /// One `</span>` too many.
    case strayClosing
    /// The file ends inside the unit.
    case cut
    /// Something stands between the two halves.
    case separated
    /// The identifier is not of the form.
    case badIdentifier
  }

  /// The kind of damage.
  public let kind: Kind
  /// The identifier as far as it can be read.
  public let unit: String
  /// The tag to be shown: the unit's opening tag, in bytes from the start of the file.
  public let range: Range<Int>
  /// The places of damaged quotes and what they should be, for a fix.
  public let repairs: [Repair]

  /// A certain replacement.
  public struct Repair: Sendable {
    /// What is replaced.
    public let range: Range<Int>
    /// By what.
    public let text: String
  }
}
