/// What a rule found: a place as offsets, not yet as lines.
public struct Finding: Sendable {
  /// The rule that speaks.
  public var rule: RuleID
  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what to do, in lower case and without a full stop.
  public var message: String
  /// The whole identifier of the unit that the finding is in, about, or next to.
  public var unit: String?
  /// What is wrong, in bytes from the start of the file.
  public var range: Range<Int>
  /// Places that help to understand it.
  public var notes: [Note]
  /// A change that removes the fault.
  public var fix: Fix?

  /// A finding with these parts.
  public init(
    rule: RuleID, severity: Severity, message: String, unit: String? = nil, range: Range<Int>,
    notes: [Note] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.unit = unit
    self.range = range
    self.notes = notes
    self.fix = fix
  }

  /// A further place and what is to be seen there.
  public struct Note: Sendable {
    /// What is to be seen.
    public var message: String
    /// Where, in bytes from the start of the same file.
    public var range: Range<Int>

    /// A note with these parts.
    public init(message: String, range: Range<Int>) {
      self.message = message
      self.range = range
    }
  }
}
