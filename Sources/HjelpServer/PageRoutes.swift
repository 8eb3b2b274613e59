internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpRelease
internal import HTTPTypes
internal import Hummingbird

/// Serves the files of a release by their exact paths.
///
/// A path of a request is looked up in the manifest's table and never joined to a folder: what
/// stands in no manifest cannot be reached, whatever is asked for.
struct PageRoutes {
  let snapshot: SiteSnapshot
  /// What is newer than the release; `nil` where nothing is being written.
  var preview: SitePreview?

  /// The response to any path outside the API.
  func respond(to request: Request, target: RequestTarget) -> Response {
    guard request.method == .get || request.method == .head else {
      return problem(.methodNotAllowed("GET, HEAD"))
    }
    let path = Array(target.path.dropFirst())
    guard !target.hasEncodedSlash else { return missing(request) }
    if path.isEmpty { return start(request, target: target) }
    if let place = snapshot.redirect(path) { return moved(to: place, query: target.query) }
    if target.query != nil,
      let page = SearchPage(snapshot: snapshot).response(path: path, target: target)
    {
      return page
    }
    if preview != nil, let page = newest(path) { return send(page, status: .ok) }
    switch resolve(path) {
    case .file(let file): return send(file, for: request)
    case .moved(let place):
      return Reply.redirect(.permanentRedirect, to: place, query: target.query)
    case nil: return missing(request)
    }
  }

  /// Leads from an address that a page had before.
  private func moved(to place: String, query: [UInt8]?) -> Response {
    guard place.contains("://") || place.hasPrefix("/") else {
      return Reply.redirect(.permanentRedirect, to: place.utf8, query: query)
    }
    return Reply.empty(
      .permanentRedirect,
      [.location: PercentEncoding.url(place.utf8), .cacheControl: "no-cache"])
  }

  // MARK: - What is being written

  /// A page as it is now, and the path that it has in the site.
  private struct NewestPage {
    var path: [UInt8]
    var html: [UInt8]

    var hash: String { ContentHash.sha256(of: html).prefix(16).description }
  }

  /// The page that is shown at a path: itself, or the one that says that there is none.
  func shown(_ path: [UInt8]) -> (path: String, hash: String) {
    let page = newest(path) ?? newest(Array("404.html".utf8))
    return (page.map { String(decoding: $0.path, as: UTF8.self) } ?? "", page?.hash ?? "")
  }

  private func newest(_ path: [UInt8]) -> NewestPage? {
    let isFolder = path.isEmpty || path.last == UInt8(ascii: "/")
    let path = isFolder ? path + "index.html".utf8 : path
    guard path.suffix(5).elementsEqual(".html".utf8) else { return nil }
    let release = snapshot.file(path).map { Array($0.plain.body.readableBytesView) }
    return (preview?.page(path) ?? release).map { NewestPage(path: path, html: $0) }
  }

  /// Sends a page with the script that keeps it up to date.
  private func send(_ page: NewestPage, status: HTTPResponse.Status) -> Response {
    var html = page.html
    let script =
      "<script src=\"/hjelp-preview.js\" data-hash=\"\(page.hash)\" defer></script></head>"
    if let head = html.firstRange(of: Array("</head>".utf8)) {
      html.replaceSubrange(head, with: script.utf8)
    }
    return Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
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
    if preview != nil, let page = newest(Array("404.html".utf8)) {
      return send(page, status: .notFound)
    }
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
    let gzipped =
      AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]) ? file.gzipped : nil
    let answer = gzipped ?? file.plain
    var fields = answer.fields
    if status != .ok {
      fields[.eTag] = nil
      fields[.cacheControl] = "no-cache"
    } else if answer.tag.matches(ifNoneMatch: request.headers[.ifNoneMatch]) {
      fields[.contentEncoding] = nil
      fields[.contentType] = nil
      return Reply.empty(.notModified, fields)
    }
    return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: answer.body))
  }
}
