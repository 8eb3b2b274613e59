/// How long a target is beside its source, measured by what is usual in its language.
struct LengthRatio {
  /// Characters of the source.
  let sourceCount: Int
  /// The target's characters for each one of the source, divided by the usual number; 1 is usual.
  let relative: Double

  /// Measures a unit of prose; `nil` if the language's usual ratio is not known, or for a heading.
  init?(_ pair: UnitPair) {
    guard let usual = pair.language?.length, usual > 0, pair.target.block != .heading,
      pair.source.text.count > 30
    else { return nil }
    sourceCount = pair.source.characterCount
    guard sourceCount > 0 else { return nil }
    relative = Double(pair.target.characterCount) / Double(sourceCount) / usual
  }
}
