/// A `<span …>` or `</span>` in an article's body, as far as units are made of it.
struct SpanTag {
  enum Kind {
    /// `<span data-ttu-id="…">`: begins a translation.
    case target
    /// `<span class="sxs-lookup">`: wraps a source.
    case lookup
    /// `<span data-stu-id="…">`: begins a source.
    case source
    /// Any other `<span …>`.
    case other
    /// `</span>`.
    case closing
  }

  var kind: Kind
  /// The whole tag, in bytes from the start of the file.
  var range: Range<Int>
  /// The identifier within the tag, without quotes.
  var id: Range<Int> = 0..<0
  /// What is wrong with the tag itself.
  var damage: UnitDefect.Kind?
  /// Certain repairs of the tag's quotes.
  var repairs: [UnitDefect.Repair] = []
}
