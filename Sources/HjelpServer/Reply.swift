internal import HjelpEncoding
internal import HjelpRelease
internal import HTTPTypes
internal import Hummingbird

/// Makes responses of the kinds that the server gives.
enum Reply {
  /// A response without a body.
  static func empty(
    _ status: HTTPResponse.Status, _ headers: HTTPFields = [:]
  ) -> Response {
    var response = Response(status: status, headers: headers)
    if status == .notModified || status == .noContent { response.headers[.contentLength] = nil }
    return response
  }

  /// JSON that is made anew for each request.
  static func json(
    _ bytes: [UInt8], status: HTTPResponse.Status = .ok, type: String = ContentType.json
  ) -> Response {
    var body = ByteBuffer()
    body.reserveCapacity(bytes.count + 1)
    body.writeBytes(bytes)
    body.writeInteger(UInt8(ascii: "\n"))
    return Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-cache"],
      body: ResponseBody(byteBuffer: body))
  }

  /// JSON whose content decides whether the client has it already.
  static func tagged(_ bytes: [UInt8], for request: Request) -> Response {
    let tag = EntityTag(hash: ContentHash.sha256(of: bytes).prefix(32))
    var response =
      tag.matches(ifNoneMatch: request.headers[.ifNoneMatch])
      ? empty(.notModified, [.cacheControl: "no-cache"]) : json(bytes)
    response.headers[.eTag] = tag.description
    response.headers[.vary] = "Accept-Language"
    return response
  }

  /// A problem, for programs.
  static func problem(_ problem: RequestProblem) -> Response {
    json(problem.json, status: problem.status, type: ContentType.problem)
  }

  /// A refusal of the method, with those that there are.
  static func methodNotAllowed(_ allowed: String) -> Response {
    let problem = RequestProblem(
      status: .methodNotAllowed, detail: "this address takes \(allowed)", field: "method")
    var response = Reply.problem(problem)
    response.headers[.allow] = allowed
    return response
  }

  /// A way to another path of the site.
  ///
  /// - Parameters:
  ///   - path: the path without its leading slash, not encoded.
  ///   - query: what follows the question mark, as it was sent.
  static func redirect(
    _ status: HTTPResponse.Status, to path: some Sequence<UInt8>, query: [UInt8]? = nil
  ) -> Response {
    var location = "/" + PercentEncoding.path(path)
    if let query { location += "?" + PercentEncoding.url(query) }
    return empty(status, [.location: location, .cacheControl: "no-cache"])
  }
}
