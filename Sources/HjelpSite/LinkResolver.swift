internal import HjelpArticle
internal import HjelpEncoding
internal import HjelpLocale

/// Turns the addresses of an article into addresses on its page.
struct LinkResolver {
  let site: SiteModel
  let locale: LocaleTag
  /// The article whose links they are.
  let id: ArticleID
  /// The page's own path from the root.
  let page: String

  /// The address of a link, percent-encoded.
  ///
  /// Links to `.md` become links to pages, in another language where this one has none; links that
  /// begin with `/` get the configured base.
  func link(_ url: ArraySlice<UInt8>) -> String {
    guard isRelative(url) else { return based(url) }
    let (path, rest) = split(url)
    guard let decoded = PercentEncoding.decoded(path),
      let resolved = SitePath.resolve(decoded, in: SitePath.folder(of: id.bytes))
    else { return PercentEncoding.url(url) }
    let address: String
    if hasSuffix(path, ".md") {
      let target = ArticleID(resolved.dropLast(3))
      address = site.nearestPage(of: target, from: locale) ?? site.path(of: target, in: locale)
    } else if let image = site.nearestImage(ArticleID(resolved), from: locale) {
      address = image
    } else {
      return PercentEncoding.url(url)
    }
    return SitePath.relative(from: page, to: address) + PercentEncoding.url(rest)
  }

  /// The address of an image; `nil` if no locale has it.
  func image(_ url: ArraySlice<UInt8>) -> String? {
    guard isRelative(url) else { return based(url) }
    let (path, _) = split(url)
    guard let decoded = PercentEncoding.decoded(path),
      let resolved = SitePath.resolve(decoded, in: SitePath.folder(of: id.bytes)),
      let address = site.nearestImage(ArticleID(resolved), from: locale)
    else { return nil }
    return SitePath.relative(from: page, to: address)
  }

  /// An address that is not relative, with the configured base if it begins with `/`.
  private func based(_ url: ArraySlice<UInt8>) -> String {
    guard let base = site.linkBase, url.first == UInt8(ascii: "/"), !isProtocolRelative(url)
    else { return PercentEncoding.url(url) }
    return base + PercentEncoding.url(url)
  }

  private func isRelative(_ url: ArraySlice<UInt8>) -> Bool {
    guard let first = url.first else { return false }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") || first == UInt8(ascii: "?") {
      return false
    }
    for byte in url {
      if byte == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") {
        return true
      }
    }
    return true
  }

  private func isProtocolRelative(_ url: ArraySlice<UInt8>) -> Bool {
    url.dropFirst().first == UInt8(ascii: "/")
  }

  /// The path, and what follows from `?` or `#` on.
  private func split(_ url: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let end =
      url.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? url.endIndex
    return (url[..<end], url[end...])
  }

  private func hasSuffix(_ path: ArraySlice<UInt8>, _ suffix: String) -> Bool {
    path.suffix(suffix.utf8.count).map { $0 | 0x20 }
      .elementsEqual(suffix.utf8.map { $0 | 0x20 })
  }
}
