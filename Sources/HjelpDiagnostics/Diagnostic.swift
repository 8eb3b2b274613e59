/// A finding with its file, lines and columns: what a reporter writes.
public struct Diagnostic: Sendable {
  /// The rule that speaks.
  public var rule: RuleID
  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what to do.
  public var message: String
  /// The path as named on the command line, joined.
  public var file: String
  /// The article's locale, in BCP 47 case.
  public var locale: String?
  /// The whole identifier of the unit.
  public var unit: String?
  /// Where it starts.
  public var start: Position
  /// Where it ends, exclusive.
  public var end: Position
  /// Further places.
  public var notes: [Note]
  /// The change that removes it, with its places.
  public var fix: Fix?
  /// The line of the start, without its line end.
  public var sourceLine: String

  /// A further place, with lines and columns.
  public struct Note: Sendable {
    /// What is to be seen.
    public var message: String
    /// Where it starts.
    public var start: Position
    /// Where it ends, exclusive.
    public var end: Position
  }

  /// A replacement, with lines and columns.
  public struct Edit: Sendable {
    /// Where it starts.
    public var start: Position
    /// Where it ends, exclusive.
    public var end: Position
    /// What stands there afterwards.
    public var text: String
  }

  /// A change that removes the fault, with lines and columns.
  public struct Fix: Sendable {
    /// Whether the change is certain enough to be made without a look.
    public var isSafe: Bool
    /// What is replaced.
    public var edits: [Edit]
  }

  /// Places `finding` in `file`, whose lines `lines` holds.
  public init(_ finding: Finding, in file: SourceFile, lines: LineTable, locale: String?) {
    func position(_ offset: Int) -> Position { lines.position(at: offset, in: file.bytes) }
    rule = finding.rule
    severity = finding.severity
    message = finding.message
    self.file = file.path
    self.locale = locale
    unit = finding.unit
    start = position(finding.range.lowerBound)
    end = position(finding.range.upperBound)
    notes = finding.notes.map {
      Note(
        message: $0.message, start: position($0.range.lowerBound),
        end: position($0.range.upperBound))
    }
    fix = finding.fix.map { fix in
      Fix(
        isSafe: fix.isSafe,
        edits: fix.edits.map {
          Edit(
            start: position($0.range.lowerBound), end: position($0.range.upperBound), text: $0.text)
        })
    }
    sourceLine = String(
      decoding: file.bytes[lines.range(ofLine: start.line, in: file.bytes)], as: UTF8.self)
  }
}
