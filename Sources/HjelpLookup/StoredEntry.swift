/// What the index holds of one article in one locale, in the numbers of a store.
package struct StoredEntry: Sendable {
  /// The texts of its id and its title.
  let (id, title): (Int32, Int32)
  /// The text of its address; -1 for the usual one.
  let url: Int32
  /// The locale of the page, among the store's languages.
  let locale: UInt16
  /// Whether it is an article of the source locale that the index's locale lacks.
  package var isFallback: Bool
  /// The codes of its front matter.
  let codes: PassageStore.View
  /// The errors that it declares, and the passages of its sides.
  let (declared, sides): (PassageStore.View, PassageStore.View)
}
