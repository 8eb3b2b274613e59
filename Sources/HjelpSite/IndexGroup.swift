/// Articles that stand together on an index page.
package struct IndexGroup: Sendable {
  /// The name over them; `nil` for those without a group.
  package var name: String?
  /// The level of the heading, 2 to 4.
  package var level: Int
  /// The articles, in their order.
  package var entries: [IndexEntry]

  /// A group.
  package init(name: String?, level: Int = 2, entries: [IndexEntry]) {
    self.name = name
    self.level = level
    self.entries = entries
  }
}
