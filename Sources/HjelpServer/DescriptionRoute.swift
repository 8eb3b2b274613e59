internal import HTTPTypes
internal import HjelpOpenAPI
internal import HjelpRelease
internal import Hummingbird

/// Gives the description of the API (OpenAPI 3.1).
enum DescriptionRoute {
  /// `GET /openapi.json`
  static func response(to request: Request) -> Response {
    var response = Reply.tagged(bytes, tag, for: request)
    response.headers[.vary] = nil
    return response
  }

  private static let tag = EntityTag(hash: ContentHash.sha256(of: bytes).prefix(32))

  private static let bytes = OpenAPIDocument.json
}
