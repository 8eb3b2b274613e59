/// An article on a locale's index page.
package struct IndexEntry: Sendable {
  /// The name.
  package var title: String
  /// The path of its page from the root.
  package var path: String

  /// An entry with these parts.
  package init(title: String, path: String) {
    self.title = title
    self.path = path
  }
}
