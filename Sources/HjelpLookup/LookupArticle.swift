/// An article that an index knows.
public struct LookupArticle: Sendable, Hashable {
  /// The article's id.
  public var id: String
  /// The page's path in the site.
  public var url: String
  /// The page's title.
  public var title: String
  /// The BCP 47 tag of the page.
  public var locale: String
  /// True for an article of the source locale that the index's locale lacks.
  public var isFallback: Bool
}

extension LookupArticle {
  /// The URL that nearly every article has, so that the index need not hold it.
  static func usualURL(id: String, locale: String) -> String {
    var url: [UInt8] = [0x2F]
    url += locale.utf8
    url.append(0x2F)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: url.append(byte)
      default: url += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: url, as: UTF8.self) + ".html"
  }
}
