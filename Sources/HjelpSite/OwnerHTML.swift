internal import HjelpEncoding
package import HjelpMarkdown

/// HTML that the owner of a site puts onto each page, by the allow-list of articles.
///
/// A relative address is one from the site's root: each page writes it from where it stands.
package struct OwnerHTML: Sendable {
  /// Bytes that stand in HTML, or a path from the root that stands in an attribute.
  private enum Piece: Sendable {
    case html([UInt8])
    case path(String)
  }

  private var pieces: [Piece] = []
  /// What is not allowed, with places in the file.
  package private(set) var dropped: [DroppedHTML] = []

  /// Nothing.
  package init() {}

  /// Cleans what stands in a file.
  package init(_ bytes: [UInt8], urls: URLPolicy) {
    var options = HTMLWriter.Options()
    options.urls = urls
    options.link = { Self.marked($0) }
    options.image = { Self.marked($0) }
    // The mark of a path stands in no file. Scalars are looked at, not characters: with an accent
    // behind it the mark would be another character.
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let text = String(String.UnicodeScalarView(scalars.map { $0 == Self.mark ? " " : $0 }))
    var writer = HTMLWriter(Document(markdown: Array(text.utf8)), options: options)
    let html = String(decoding: writer.blocks(), as: UTF8.self)
    dropped = writer.dropped
    let parts = html.unicodeScalars.split(
      separator: Self.mark, omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      let part = String(part)
      pieces.append(number % 2 == 0 ? .html(Array(part.utf8)) : .path(part))
    }
  }

  /// A sign for private use.
  private static let mark: Unicode.Scalar = "\u{E000}"

  /// Whether an address is one from the site's root.
  static func isRelative(_ address: some Collection<UInt8>) -> Bool {
    guard let first = address.first, !"/#?".utf8.contains(first) else { return false }
    return address.first { ":/?#".utf8.contains($0) } != UInt8(ascii: ":")
  }

  private static func marked(_ address: ArraySlice<UInt8>) -> String {
    guard isRelative(address) else { return PercentEncoding.url(address) }
    let end = address.firstIndex { "?#".utf8.contains($0) } ?? address.endIndex
    let bytes = PercentEncoding.decoded(address[..<end]) ?? Array(address[..<end])
    // The mark may have come as `%EE%80%80`.
    let path = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != mark }
    return "\(mark)\(String(String.UnicodeScalarView(path)))\(mark)"
      + PercentEncoding.url(address[end...])
  }

  /// Whether there is nothing.
  var isEmpty: Bool { pieces.isEmpty }

  /// The HTML on a page.
  ///
  /// - Parameter address: The address of a path from the root, as seen from the page.
  package func html(_ address: (String) -> String) -> [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .html(let bytes): bytes
      case .path(let path): Array(HTMLEscaping.escaped(address(path)).utf8)
      }
    }
  }
}
