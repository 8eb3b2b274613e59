/// A passage as an index keeps it.
package struct IndexedPassage: Sendable, Hashable {
  /// The article's number in the index, in the byte order of the ids.
  package var article: Int
  /// What the passage is in its article.
  package var kind: PassageKind
  /// The BCP 47 tag of the text.
  package var language: String
  /// The number of the passage's translation unit.
  package var unit: String?
  /// The id on the page that the passage stands at, without `#`.
  package var anchor: String?
  /// The text that is shown: of a declared error the sentence that quotes it, where one does.
  package var text: String
  /// Of a declared error what is sought, as far as the index keeps it: lower case without marks,
  /// codes in their canonical form; `nil` for one with holes and for all other kinds.
  package var declared: String?
}
