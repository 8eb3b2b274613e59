/// Public addresses in settings.
package enum SiteAddress {
  /// An `http` or `https` address without its final slashes; `nil` if the text is none.
  package static func normalized(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      let scheme = text.firstRange(of: "://"), scheme.upperBound < text.endIndex,
      !text.contains("?"), !text.contains("#"), text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x22 })
    else { return nil }
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
