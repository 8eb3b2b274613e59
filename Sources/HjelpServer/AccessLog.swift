internal import HTTPTypes

/// Writes a line for each request: its route, never its path or query.
struct AccessLog: Sendable {
  let log: ServerLog

  /// Writes what became of a request.
  func write(
    _ route: Route, _ method: HTTPRequest.Method, _ status: HTTPResponse.Status,
    _ duration: Duration
  ) {
    log.event(
      "request",
      [
        ("route", .text(route.name.description)), ("method", .text(Self.name(of: method))),
        ("status", .number(status.code)), ("milliseconds", .duration(duration)),
      ])
  }

  /// A method that is none of HTTP's own could be any text.
  private static func name(of method: HTTPRequest.Method) -> String {
    let known: [HTTPRequest.Method] = [
      .get, .head, .post, .put, .delete, .patch, .options, .trace, .connect,
    ]
    return known.contains(method) ? method.rawValue : "other"
  }
}
