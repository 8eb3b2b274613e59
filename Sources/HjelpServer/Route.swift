/// What kind of address a request was for: the only thing about an address that metrics and log
/// lines hold, since the address itself can hold what somebody asked.
enum Route: Int, CaseIterable, Sendable {
  case lookup
  case batch
  case open
  case error
  case article
  case description
  case live
  case ready
  case page
  case other

  /// The name in labels and log lines.
  var name: StaticString {
    switch self {
    case .lookup: "lookup"
    case .batch: "lookup_batch"
    case .open: "open"
    case .error: "errors"
    case .article: "articles"
    case .description: "openapi"
    case .live: "livez"
    case .ready: "readyz"
    case .page: "page"
    case .other: "other"
    }
  }
}
