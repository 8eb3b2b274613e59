package import HjelpLocale

/// An article on a locale's index page.
package struct IndexEntry: Sendable {
  /// The name.
  package var title: String
  /// The path of its page from the root.
  package var path: String
  /// The language of the name, where it is not the page's.
  package var language: LocaleTag?

  /// An entry with these parts.
  package init(title: String, path: String, language: LocaleTag? = nil) {
    self.title = title
    self.path = path
    self.language = language
  }
}
