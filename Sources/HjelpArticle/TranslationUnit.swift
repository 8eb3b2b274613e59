/// A sentence in its translation and in its source.
public struct TranslationUnit: Sendable {
  /// The identifier as it stands in the file, of the target half where there is one.
  public let name: String
  /// The identifier, if it is of the form.
  public let id: UnitID?
  /// The unit's place in the file, tags included.
  ///
  /// UTF-8 bytes from the start of the file, front matter included; never empty.
  public let range: Range<Int>
  /// The tag that opens the unit, in the same measure.
  public let openingTag: Range<Int>
  /// The place of the translation, without tags; empty if it is missing.
  public let target: Range<Int>
  /// The place of the source sentence, without tags; empty if it is missing.
  public let source: Range<Int>

  /// The place of one half, without tags.
  public func segment(_ side: Side) -> Range<Int> { side == .target ? target : source }

  /// The name of the unit's place on a page: `u103`, `up101`; `nil` for a damaged identifier.
  public var pageAnchor: String? { id.map { "u" + $0.suffix } }
}
