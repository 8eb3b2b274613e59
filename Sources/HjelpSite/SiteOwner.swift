package import HjelpLocale

/// What the owner of a site has set for all of its pages.
package struct SiteOwner: Sendable {
  /// The path of the logo from the root.
  package var logo: String?
  /// Links in the header: a text and an address each.
  package var links: [Link] = []
  /// The path of the owner's style sheet from the root.
  package var stylesheet: String?
  /// HTML behind the header.
  package var header = OwnerHTML()
  /// HTML in the footer.
  package var footer = OwnerHTML()
  /// The address for feedback with `{id}`, `{locale}` and `{unit}`.
  package var feedback: String?
  /// The words of locales whose words were replaced.
  package var words: [LocaleTag: InterfaceWords] = [:]

  /// A link in the header.
  package struct Link: Sendable, Hashable {
    /// The text.
    package var text: String
    /// The address.
    package var address: String

    /// A link.
    package init(text: String, address: String) {
      self.text = text
      self.address = address
    }
  }

  /// Nothing set.
  package init() {}
}
