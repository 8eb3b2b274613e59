internal import Hummingbird

/// Answers on the port of the metrics: `/metrics`, and nothing else.
struct MetricsResponder: HTTPResponder {
  typealias Context = ServerContext

  let metrics: ServerMetrics
  let site: CurrentSite

  func respond(to request: Request, context: ServerContext) async throws -> Response {
    let path = request.head.path ?? ""
    guard path.prefix(while: { $0 != "?" }) == "/metrics" else {
      return Reply.problem(
        RequestProblem(.addressNotFound, "the metrics are at '/metrics'"), types: .names)
    }
    guard request.method == .get || request.method == .head else {
      return Reply.problem(.methodNotAllowed("GET, HEAD"), types: .names)
    }
    let body = ByteBuffer(string: metrics.text(site: site))
    let response = Response(
      status: .ok, headers: [.contentType: MetricsText.contentType, .cacheControl: "no-cache"],
      body: ResponseBody(byteBuffer: body))
    return request.method == .head ? response.createHeadResponse() : response
  }
}
