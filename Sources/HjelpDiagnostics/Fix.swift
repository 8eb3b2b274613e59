/// A change to a file that removes a fault.
public struct Fix: Sendable {
  /// Whether the change is certain enough to be made without a look.
  public var isSafe: Bool
  /// What is replaced; the ranges do not overlap.
  public var edits: [Edit]

  /// A fix made of these edits.
  public init(isSafe: Bool, edits: [Edit]) {
    self.isSafe = isSafe
    self.edits = edits
  }

  /// One replacement.
  public struct Edit: Sendable {
    /// What is replaced, in bytes from the start of the file; empty where text is put in.
    public var range: Range<Int>
    /// What stands there afterwards.
    public var text: String

    /// A replacement of `range` by `text`.
    public init(range: Range<Int>, text: String) {
      self.range = range
      self.text = text
    }
  }
}
