/// What became of a source sentence since it was translated.
public enum SourceChange: Hashable, Sendable {
  /// The unit's sentence reads otherwise now: the new wording, or part of it.
  case changed(unit: Int, to: String)
  /// The source has the unit's sentence no longer.
  case vanished(unit: Int)
  /// The source has the unit's sentence at another place.
  case moved(unit: Int)
  /// The source has a sentence more, behind this unit; `nil` for the start of the article.
  case new(after: Int?, String)

  /// The index of the unit that it is about or stands behind.
  package var unit: Int? {
    switch self {
    case .changed(let unit, _), .vanished(let unit), .moved(let unit): unit
    case .new(let unit, _): unit
    }
  }
}
