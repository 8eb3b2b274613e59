internal import HjelpEncoding
internal import HTTPTypes
internal import Hummingbird

/// Why a request gets no answer, as it is told to a program (RFC 9457).
struct RequestProblem: Error {
  /// The status of the response.
  let status: HTTPResponse.Status
  /// What is wrong and what to do, for people.
  let detail: String
  /// The parameter or member that is wrong: `limit`, `queries[3].text`.
  var field: String?

  /// A parameter or member that is wrong.
  static func field(
    _ field: String, _ detail: String, status: HTTPResponse.Status = .badRequest
  ) -> RequestProblem {
    RequestProblem(status: status, detail: detail, field: field)
  }

  /// The same problem with a member of this object.
  func within(_ object: String) -> RequestProblem {
    let field = field.map { "\(object).\($0)" } ?? object
    return RequestProblem(status: status, detail: detail, field: field)
  }

  /// The problem as JSON in UTF-8.
  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", "about:blank")
    json.field("title", status.reasonPhrase)
    json.field("status", Int(status.code))
    json.field("detail", detail)
    json.field("field", field)
    json.endObject()
    return json.bytes
  }
}
