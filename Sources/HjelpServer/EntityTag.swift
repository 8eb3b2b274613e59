/// A strong entity tag (RFC 9110, section 8.8.3).
struct EntityTag: Equatable, CustomStringConvertible {
  /// The tag with its quotation marks.
  let description: String

  /// The tag of a body whose content has this hash.
  ///
  /// A compressed body is another representation, and so it has another tag.
  init(hash: some StringProtocol, isCompressed: Bool = false) {
    description = "\"\(hash)\(isCompressed ? Self.compressedEnd : "")\""
  }

  /// True if `If-None-Match` names this tag or that of the other encoding of the same content.
  ///
  /// The comparison is weak, as the section on the header asks for: who holds the same content in
  /// another encoding holds what would be sent.
  func matches(ifNoneMatch header: String?) -> Bool {
    guard let header else { return false }
    let content = Self.content(description[...])
    for part in header.split(separator: ",").prefix(64) {
      var tag = part.drop { $0 == " " || $0 == "\t" }
      while tag.last == " " || tag.last == "\t" { tag.removeLast() }
      if tag == "*" { return true }
      if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
      if Self.content(tag) == content { return true }
    }
    return false
  }

  private static let compressedEnd = "-gzip"

  private static func content(_ tag: Substring) -> Substring {
    tag.hasSuffix("\(compressedEnd)\"") ? tag.dropLast(compressedEnd.utf8.count + 1) + "\"" : tag
  }
}
