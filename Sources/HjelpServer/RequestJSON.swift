internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Reads the bodies of requests, which are JSON and nothing else.
enum RequestJSON {
  /// The body, once its type is known to be right.
  ///
  /// - Parameter limit: a longer body is refused before it is read, where its length is told.
  static func body(of request: Request, limit: Int) async throws -> [UInt8] {
    guard isJSON(request.headers[.contentType]) else {
      throw RequestProblem(
        .unsupportedMediaType, field: "content-type",
        "the body must be JSON in UTF-8; send 'Content-Type: application/json'",
        advice: HTTPField(name: .accept, value: "application/json"))
    }
    if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
      throw RequestProblem(
        .unsupportedMediaType, field: "content-encoding",
        "the body must not be compressed; send it as it is",
        advice: HTTPField(name: .acceptEncoding, value: "identity"))
    }
    let tooLong = RequestProblem(
      .bodyTooLong, field: "body", "the body is longer than \(limit) bytes")
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw tooLong
    }
    do {
      let buffer = try await request.body.collect(upTo: limit)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw tooLong
    }
  }

  /// True for `application/json`, alone or with UTF-8 as its character set.
  private static func isJSON(_ type: String?) -> Bool {
    guard let type else { return false }
    let parts = type.lowercased().split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " && $0 != "\t" } }
    guard parts.first == "application/json" else { return false }
    return parts.dropFirst().allSatisfy { part in
      !part.hasPrefix("charset=") || part == "charset=utf-8" || part == "charset=\"utf-8\""
    }
  }
}
