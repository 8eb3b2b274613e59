internal import HjelpEncoding
public import HjelpLocale
public import HjelpLookup

/// What the site knows of one article.
public struct LocalizedArticle: Sendable {
  /// The article as it serves the wanted locale.
  public let article: LookupArticle
  /// The locales that have it, in the site's order.
  public let locales: [LocaleTag]
  /// The locale that was wanted most; `nil` if none was named.
  public let requested: LocaleTag?
  /// The URL that the site is published at, without a slash at its end.
  public let baseURL: String?

  /// True if the article is not in the language that was wanted.
  public var isFallback: Bool {
    guard let requested, let locale = LocaleTag(article.locale) else { return article.isFallback }
    return !requested.isReadable(as: locale)
  }

  /// The article as JSON in UTF-8; no line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("id", article.id)
    json.field("url", (baseURL ?? "") + article.url)
    json.field("title", article.title)
    json.field("locale", article.locale)
    json.field("fallback", isFallback)
    json.beginArray("locales")
    for locale in locales { json.element(locale.description) }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
