internal import HjelpEncoding
internal import HjelpLocale
internal import HTTPTypes
internal import Hummingbird

/// Tells whoever watches over the server how it is.
struct HealthRoutes {
  let site: CurrentSite

  /// `GET /livez`: the program runs.
  func live() -> Response { Reply.json(Self.alive) }

  private static let alive = ByteBuffer(string: "{\"status\":\"live\"}\n")

  /// `GET /readyz`: there is a release, and this is it.
  ///
  /// `refused` says why the release that lies in the folder now is not served.
  func ready() throws(RequestProblem) -> Response {
    guard let snapshot = site.snapshot else { throw Self.notReady }
    var json = JSONWriter()
    json.beginObject()
    json.field("status", "ready")
    json.field("release", snapshot.hash)
    json.beginArray("locales")
    for locale in snapshot.locales { json.element(locale.description) }
    json.endArray()
    json.field("refused", site.refusal)
    json.endObject()
    return Reply.json(json.bytes)
  }

  /// What is answered as long as there is no release.
  static let notReady = RequestProblem(
    .notReady, "no release is loaded yet; build the site, or wait a moment",
    advice: HTTPField(name: .retryAfter, value: "1"))
}
