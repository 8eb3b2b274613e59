internal import HTTPTypes
internal import Hummingbird

/// The headers that every response has.
enum SecurityHeaders {
  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; "
    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"
  private static let referrerPolicy = HTTPField.Name("Referrer-Policy")

  /// Adds them.
  static func add(to response: inout Response) {
    response.headers[.contentSecurityPolicy] = policy
    response.headers[.xContentTypeOptions] = "nosniff"
    if let referrerPolicy {
      response.headers[referrerPolicy] = "strict-origin-when-cross-origin"
    }
  }
}
