public import HjelpLookup
public import HjelpRelease

/// Why there is nothing to look up in.
public enum AnswersError: Error, Sendable, CustomStringConvertible {
  /// The site cannot be read.
  case release(ReleaseError)
  /// The site holds no lookup index.
  case noIndex(site: String)
  /// The manifest names a locale that is none.
  case locale(site: String, tag: String)
  /// An index is that of another locale than its name says.
  case otherLocale(path: String, tag: String)
  /// An index stands without the text of its passages.
  case noText(locale: String)
  /// An index is damaged, foreign or of another version.
  case index(path: String, LookupIndexError)
  /// A named index file cannot be read.
  case unreadable(path: String, reason: String)

  /// One line for people: what, where, what to do.
  public var description: String {
    switch self {
    case .release(let error): error.description
    case .noIndex(let site):
      "site '\(site)' has no lookup index; build it again with 'hjelp build --output \(site)'"
    case .locale(let site, let tag):
      "site '\(site)' names the locale '\(tag)', which is no locale; build the site again"
    case .otherLocale(let path, let tag):
      "'\(path)' is refused: it is the index of '\(tag)'; build the site again"
    case .noText(let locale):
      "the site has no 'lookup/\(locale).hjs', which holds the text of passages; build it again"
    case .index(let path, let error): "'\(path)' is refused: \(error.description)"
    case .unreadable(let path, let reason):
      "index '\(path)' cannot be read: \(reason); name a .hjx file of a site's lookup folder"
    }
  }
}
