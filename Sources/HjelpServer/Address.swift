internal import HTTPTypes

/// An address that is no file of the site.
enum Address {
  case lookup
  case batch
  case open
  case error(code: [UInt8])
  case article
  case description
  case live
  case ready
  /// Below `/v1/`, but nothing that there is.
  case unknown

  /// The address of a path; `nil` for the paths of files.
  init?(_ path: [UInt8]) {
    // Most requests are for pages, and no locale begins with these.
    guard
      path.starts(with: "/v1/".utf8) || path.last == UInt8(ascii: "z")
        || path.last == UInt8(ascii: "n")
    else { return nil }
    switch String(decoding: path, as: UTF8.self) {
    case "/v1/lookup": self = .lookup
    case "/v1/lookup:batch": self = .batch
    case "/v1/open": self = .open
    case "/v1/articles": self = .article
    case "/openapi.json": self = .description
    case "/livez": self = .live
    case "/readyz": self = .ready
    default:
      guard path.starts(with: "/v1/".utf8) else { return nil }
      let errors = "/v1/errors/".utf8
      let isError = path.starts(with: errors) && path.count > errors.count
      self = isError ? .error(code: Array(path.dropFirst(errors.count))) : .unknown
    }
  }

  /// The methods that it takes.
  var methods: String {
    switch self {
    case .lookup: "GET, HEAD, POST"
    case .batch: "POST"
    case .open, .error, .article, .description, .live, .ready, .unknown: "GET, HEAD"
    }
  }

  /// True for a method that it takes, `OPTIONS` left aside.
  func takes(_ method: HTTPRequest.Method) -> Bool {
    switch (self, method) {
    case (.batch, .post), (.lookup, .post): true
    case (.batch, _): false
    case (_, .get), (_, .head): true
    default: false
    }
  }

  /// Its name in metrics and log lines.
  var route: Route {
    switch self {
    case .lookup: .lookup
    case .batch: .batch
    case .open: .open
    case .error: .error
    case .article: .article
    case .description: .description
    case .live: .live
    case .ready: .ready
    case .unknown: .other
    }
  }
}
