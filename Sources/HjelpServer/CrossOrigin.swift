internal import HTTPTypes
internal import Hummingbird

/// Lets the pages of named origins read answers (the Fetch standard's CORS protocol).
struct CrossOrigin {
  private let origins: Set<String>

  /// A list of origins; `*` stands for all.
  init(_ origins: [String]) {
    self.origins = Set(origins)
  }

  /// Adds to a response what a browser wants to see.
  func allow(_ response: inout Response, for request: Request) {
    guard !origins.isEmpty else { return }
    response.headers.append(HeaderField.varyOrigin)
    guard let origin = request.headers[.origin] else { return }
    if origins.contains("*") {
      response.headers[.accessControlAllowOrigin] = "*"
    } else if origins.contains(origin) {
      response.headers[.accessControlAllowOrigin] = origin
    }
  }

  /// The response to `OPTIONS`: the methods, and for a preflight what it asks about.
  func options(_ allowed: String, for request: Request) -> Response {
    var response = Reply.empty(.noContent, [.allow: allowed + ", OPTIONS"])
    guard request.headers[.accessControlRequestMethod] != nil else { return response }
    allow(&response, for: request)
    guard response.headers[.accessControlAllowOrigin] != nil else { return response }
    response.headers[.accessControlAllowMethods] = allowed
    response.headers[.accessControlAllowHeaders] = "content-type"
    response.headers[.accessControlMaxAge] = "86400"
    return response
  }
}
