internal import HjelpArticle
internal import HjelpMarkdown

/// A link or image of the side that a page shows, to a place within the content.
struct ArticleLink {
  /// What a link leads to, by its path.
  enum Kind {
    case article
    case image
    /// A link to what is neither an article nor shown: a picture, a download.
    case file
  }

  var kind: Kind
  /// The path as it is written, decoded; empty for a bookmark of the same article.
  var path: [UInt8]
  /// The bookmark without `#`, decoded; `nil` without one.
  var fragment: [UInt8]?
  /// Where it stands, in the Markdown of the side.
  var range: Range<Int>

  /// The article or file that it leads to; `nil` if it leaves the content.
  func target(from id: ArticleID) -> ArticleID? {
    if path.isEmpty { return id }
    var parts = Array(id.bytes.split(separator: 0x2F).dropLast())
    for part in path[...].split(separator: 0x2F) {
      if part.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else if !part.elementsEqual(".".utf8) {
        parts.append(part)
      }
    }
    let whole = Array(parts.joined(separator: [0x2F]))
    return ArticleID(kind == .article ? whole.dropLast(3) : whole)
  }

  /// The path to a file of the content as an article writes it.
  static func path(to file: [UInt8], from id: ArticleID) -> [UInt8] {
    var here = id.bytes.split(separator: 0x2F).dropLast()[...]
    var there = file.split(separator: 0x2F)[...]
    while let own = here.first, there.count > 1, let other = there.first, own == other {
      here = here.dropFirst()
      there = there.dropFirst()
    }
    let up = here.map { _ in Array("..".utf8)[...] }
    return Array((up + there).joined(separator: [0x2F]))
  }

  /// The relative links and the images of a document, in its order.
  static func all(in document: Document) -> [ArticleLink] {
    var links: [ArticleLink] = []
    for index in document.nodes.indices {
      let node = document.nodes[index]
      switch node.kind {
      case .link, .image:
        if let link = ArticleLink(
          document.text[node.destination], isImage: node.kind == .image, range: node.range)
        {
          links.append(link)
        }
      case .htmlInline, .htmlBlock:
        for case .tag(let tag) in HTMLTags.tokens(document, node.literal) where !tag.isClosing {
          guard let destination = tag.destination else { continue }
          // Raw HTML stands in the Markdown as it does in the text, but in a container.
          let place = node.range.lowerBound + tag.range.lowerBound - node.literal.lowerBound
          let range = place..<place + tag.range.count
          let isThere =
            range.upperBound <= document.markdown.count
            && document.markdown[range].elementsEqual(document.text[tag.range])
          if let link = ArticleLink(
            destination[...], isImage: tag.name == "img", range: isThere ? range : node.range)
          {
            links.append(link)
          }
        }
      default: break
      }
    }
    return links
  }

  private init?(_ destination: ArraySlice<UInt8>, isImage: Bool, range: Range<Int>) {
    guard let first = destination.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "?")
    else { return nil }
    let end = destination.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = destination[..<(end ?? destination.endIndex)]
    guard !path.contains(UInt8(ascii: ":")), let decoded = Self.decoded(path) else { return nil }
    let mark = destination.firstIndex(of: UInt8(ascii: "#"))
    fragment = mark.flatMap { Self.decoded(destination[($0 + 1)...]) }
    if fragment?.isEmpty ?? false { fragment = nil }
    if decoded.isEmpty {
      guard fragment != nil else { return nil }
    }
    let isArticle =
      decoded.isEmpty
      || decoded.suffix(3).map { TextBytes.lowered($0) }.elementsEqual(".md".utf8)
    kind = isImage ? .image : isArticle ? .article : .file
    self.path = decoded
    self.range = range
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "%") else {
        bytes.append(text[index])
        index += 1
        continue
      }
      guard index + 2 < text.endIndex,
        let value = UInt8(String(decoding: text[index + 1...index + 2], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      index += 3
    }
    return bytes
  }
}
