/// What a byte of a unit's text is part of.
struct TextTraits: OptionSet {
  let rawValue: UInt8

  /// A code span.
  static let code = TextTraits(rawValue: 1)
  /// The text of a link.
  static let link = TextTraits(rawValue: 2)
  /// A link that is its own text.
  static let autolink = TextTraits(rawValue: 4)
  /// Bold text.
  static let strong = TextTraits(rawValue: 8)
  /// Italic text.
  static let emphasis = TextTraits(rawValue: 16)
  /// A mark behind a backslash.
  static let escaped = TextTraits(rawValue: 32)
}
