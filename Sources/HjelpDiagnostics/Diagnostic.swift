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
  /// The line of the start, without its line end; of a long line, what stands around the start.
  public var sourceLine: String
  /// The column of the first character of `sourceLine`.
  public var sourceColumn: Int

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
  public init(_ finding: Finding, in file: SourceFile, lines: inout LineTable, locale: String?) {
    var table = lines
    defer { lines = table }
    func position(_ offset: Int) -> Position { table.position(at: offset, in: file.bytes) }
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
    let line = lines.range(ofLine: start.line, in: file.bytes)
    let (excerpt, before) = Self.excerpt(of: line, around: start.offset, in: file.bytes)
    sourceLine = table.text(of: excerpt, in: file.bytes)
    sourceColumn = start.column - before
  }

  /// The part of a line that is shown, and how many characters of it stand before the place.
  ///
  /// On a long line it begins at a multiple of 64 bytes: places that are near have the same part.
  private static func excerpt(
    of line: Range<Int>, around place: Int, in bytes: [UInt8]
  ) -> (Range<Int>, before: Int) {
    let place = min(max(place, line.lowerBound), line.upperBound)
    let skipped = max(0, place - 200 - line.lowerBound)
    var start = line.lowerBound + skipped - skipped % 64
    var end = min(line.upperBound, start + 864)
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return (start..<end, bytes[start..<place].count { $0 & 0xC0 != 0x80 })
  }
}
