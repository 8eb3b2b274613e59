package import HjelpLookup

/// A text of an article that a product may show as it stands.
package struct ExportPhrase: Sendable, Hashable {
  /// The text.
  package let text: String
  /// What it is in its article: of equal texts the most telling.
  package let kind: PassageKind
  /// The BCP 47 tag of the text.
  package let language: String
}
