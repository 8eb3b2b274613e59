internal import HjelpEncoding
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
    _ body: ByteBuffer, status: HTTPResponse.Status = .ok, type: HTTPField = HeaderField.json
  ) -> Response {
    var headers = HTTPFields()
    headers.append(type)
    headers.append(HeaderField.noCache)
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
  }

  /// JSON that is made anew for each request; a line end is put behind it.
  static func json(
    _ bytes: [UInt8], status: HTTPResponse.Status = .ok, type: HTTPField = HeaderField.json
  ) -> Response {
    var body = ByteBuffer()
    body.reserveCapacity(bytes.count + 1)
    body.writeBytes(bytes)
    body.writeInteger(UInt8(ascii: "\n"))
    return json(body, status: status, type: type)
  }

  /// JSON whose content decides whether the client has it already; a line end is put behind it.
  static func tagged(_ bytes: [UInt8], _ tag: EntityTag, for request: Request) -> Response {
    let known = request.headers[.ifNoneMatch]
    var response =
      known != nil && tag.matches(ifNoneMatch: known)
      ? empty(.notModified, [.cacheControl: "no-cache"]) : json(bytes)
    response.headers.append(HTTPField(name: .eTag, value: tag.description))
    response.headers.append(HeaderField.varyLanguage)
    return response
  }

  /// A problem, for programs.
  static func problem(_ problem: RequestProblem, types: ProblemTypes) -> Response {
    var response = json(
      problem.json(type: types[problem.kind]), status: problem.status, type: HeaderField.problem)
    if let advice = problem.advice { response.headers.append(advice) }
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
