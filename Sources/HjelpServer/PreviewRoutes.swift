internal import HTTPTypes
internal import HjelpEncoding
internal import HjelpRelease
internal import Hummingbird
internal import ServiceLifecycle

/// What the pages of content that is being written ask for.
struct PreviewRoutes {
  /// How long a page waits for news at most.
  private static let patience: Duration = .seconds(20)

  let site: CurrentSite
  let preview: SitePreview

  /// The answer to one of the two addresses; `nil` to any other.
  func response(to target: RequestTarget) async throws -> Response? {
    if target.path.elementsEqual("/hjelp-preview.js".utf8) {
      return Response(
        status: .ok,
        headers: [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: preview.script)))
    }
    guard target.path.elementsEqual("/hjelp-preview".utf8) else { return nil }
    let parameters = try QueryParameters(target.query)
    let path = Array((try parameters.text("page") ?? "").utf8.dropFirst())
    let hash = try parameters.text("hash") ?? ""
    let seen = try parameters.text("seen").flatMap { Int($0) }
    let end = ContinuousClock.now + Self.patience
    while true {
      let page = site.snapshot.map { PageRoutes(snapshot: $0, preview: preview).shown(path) }
      let problems = preview.problems(of: page?.path ?? "")
      let now = page?.hash ?? ""
      let isNews = now != hash || problems.version != seen
      if isNews || Task.isShuttingDownGracefully || ContinuousClock.now > end {
        return Reply.json(Self.json(now, problems))
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private static func json(_ hash: String, _ problems: (version: Int, texts: [String])) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("hash", hash)
    json.field("version", problems.version)
    json.beginArray("problems")
    for text in problems.texts { json.element(text) }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
