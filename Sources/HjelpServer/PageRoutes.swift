internal import HjelpLocale
internal import HTTPTypes
internal import Hummingbird

/// Serves the files of a release by their exact paths.
///
/// A path of a request is looked up in the manifest's table and never joined to a folder: what
/// stands in no manifest cannot be reached, whatever is asked for.
struct PageRoutes {
  let snapshot: SiteSnapshot

  /// The response to any path outside the API.
  func respond(to request: Request, target: RequestTarget) -> Response {
    guard request.method == .get || request.method == .head else {
      return problem(.methodNotAllowed("GET, HEAD"))
    }
    let path = Array(target.path.dropFirst())
    guard !target.hasEncodedSlash else { return missing(request) }
    if path.isEmpty { return start(request, target: target) }
    switch resolve(path) {
    case .file(let file): return send(file, for: request)
    case .moved(let place):
      return Reply.redirect(.permanentRedirect, to: place, query: target.query)
    case nil: return missing(request)
    }
  }

  private enum Resolution {
    case file(SiteFile)
    case moved([UInt8])
  }

  private func resolve(_ path: [UInt8]) -> Resolution? {
    if let file = file(at: path) { return .file(file) }
    let named = withLocaleName(path)
    var candidates = [named]
    if named.last != UInt8(ascii: "/") {
      candidates.append(named + ".html".utf8)
      candidates.append(named + [UInt8(ascii: "/")])
    }
    return candidates.first { file(at: $0) != nil }.map { .moved($0) }
  }

  /// The file at a path, or the index page of a folder.
  private func file(at path: [UInt8]) -> SiteFile? {
    if let file = snapshot.file(path) { return file }
    return path.last == UInt8(ascii: "/") ? snapshot.file(path + "index.html".utf8) : nil
  }

  /// The path with the locale's name in the case that the site writes it in.
  private func withLocaleName(_ path: [UInt8]) -> [UInt8] {
    let end = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    guard let tag = LocaleTag(String(decoding: path[..<end], as: UTF8.self)),
      snapshot.locales.contains(tag)
    else { return path }
    return Array(tag.description.utf8) + path[end...]
  }

  private func start(_ request: Request, target: RequestTarget) -> Response {
    var response: Response
    if let locale = snapshot.startLocale(acceptLanguage: request.headers[.acceptLanguage]) {
      response = Reply.redirect(.found, to: "\(locale)/".utf8, query: target.query)
    } else if let file = snapshot.file("index.html") {
      response = send(file, for: request)
    } else {
      response = missing(request)
    }
    response.headers.append(HTTPField(name: .vary, value: "Accept-Language"))
    return response
  }

  private func missing(_ request: Request) -> Response {
    guard let file = snapshot.file("404.html") else {
      return problem(RequestProblem(.pageNotFound, "this site has no page at this address"))
    }
    return send(file, for: request, status: .notFound)
  }

  private func problem(_ problem: RequestProblem) -> Response {
    Reply.problem(problem, types: snapshot.problemTypes)
  }

  private func send(
    _ file: SiteFile, for request: Request, status: HTTPResponse.Status = .ok
  ) -> Response {
    var headers: HTTPFields = [:]
    let gzipped =
      AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]) ? file.gzipped : nil
    let (body, tag) = gzipped ?? file.plain
    if file.isCompressible { headers[.vary] = "Accept-Encoding" }
    headers[.cacheControl] = status == .ok ? file.cacheControl : "no-cache"
    if status == .ok {
      headers[.eTag] = tag.description
      if tag.matches(ifNoneMatch: request.headers[.ifNoneMatch]) {
        return Reply.empty(.notModified, headers)
      }
    }
    if gzipped != nil { headers[.contentEncoding] = "gzip" }
    headers[.contentType] = file.contentType
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
  }
}
