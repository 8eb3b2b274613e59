package import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

/// Gives headings their ids: the slug of the source heading, the same in every language.
package enum HeadingIDs {
  /// The ids of the headings of a page, by node.
  ///
  /// - Parameters:
  ///   - shown: The side that the page shows.
  ///   - source: The other side of a bilingual article, parsed.
  ///   - article: The article.
  ///   - sourceHeadings: The headings' texts of the source-locale article, for a translation without
  ///     pairs; used if their numbers agree.
  package static func ids(
    shown: EditionDocument, source: EditionDocument?, article: Article, sourceHeadings: [String]
  ) -> [Int: String] {
    let headings = shown.headings
    var taken = TakenIDs(article.units.compactMap(\.pageAnchor))
    var sourceTexts: [Int: String] = [:]
    if let source {
      for heading in source.headings {
        let text = source.document.plainText(of: heading)
        for unit in source.units(in: heading) { sourceTexts[unit] = text }
      }
    }
    let bySamePlace = sourceHeadings.count == headings.count
    var ids: [Int: String] = [:]
    for (place, heading) in headings.enumerated() {
      var slug: String?
      if let unit = shown.units(in: heading).first, let text = sourceTexts[unit] {
        slug = Slug.slug(of: text.utf8)
      }
      if slug == nil { slug = anchor(of: heading, in: shown.document) }
      if slug == nil, bySamePlace { slug = Slug.slug(of: sourceHeadings[place].utf8) }
      let text = slug ?? Slug.slug(of: shown.document.plainBytes(of: heading))
      ids[heading] = taken.free(text.isEmpty ? "section" : text)
    }
    return ids
  }

  /// The name of a bookmark in a heading.
  private static func anchor(of heading: Int, in document: Document) -> String? {
    for child in document.children(of: heading) where document.nodes[child].kind == .htmlInline {
      let html = document.bytes(document.nodes[child].literal)
      guard html.starts(with: "<a name=\"".utf8) else { continue }
      let name = html.dropFirst(9).prefix { $0 != UInt8(ascii: "\"") }
      let isValid = !name.isEmpty && name.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "&") }
      if isValid { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  /// The ids that a page has so far.
  private struct TakenIDs {
    private var ids: Set<ByteKey>
    /// The number that was put behind a slug last: the lower ones are taken.
    private var numbers: [ByteKey: Int] = [:]

    init(_ ids: [String]) { self.ids = Set(ids.map { ByteKey(Array($0.utf8)) }) }

    /// The slug itself, or with the next free number.
    mutating func free(_ slug: String) -> String {
      let key = ByteKey(Array(slug.utf8))
      if ids.insert(key).inserted { return slug }
      var number = numbers[key, default: 0] + 1
      var numbered = Self.numbered(key, number)
      while !ids.insert(numbered).inserted {
        number += 1
        numbered = Self.numbered(key, number)
      }
      numbers[key] = number
      return String(decoding: numbered.bytes, as: UTF8.self)
    }

    private static func numbered(_ slug: ByteKey, _ number: Int) -> ByteKey {
      var bytes = slug.bytes
      bytes.append(UInt8(ascii: "-"))
      bytes += String(number).utf8
      return ByteKey(bytes)
    }
  }
}
