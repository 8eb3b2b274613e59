internal import HjelpEncoding
internal import HTTPTypes

/// Why a request gets no answer, as it is told to a program (RFC 9457).
struct RequestProblem: Error {
  /// What is wrong.
  let kind: ProblemKind
  /// The status of the response.
  let status: HTTPResponse.Status
  /// What is wrong with this request and what to do, for people.
  let detail: String
  /// The parameter, member or header that is wrong: `limit`, `queries[3].text`.
  private(set) var field: String?
  /// The header that says what would be right.
  let advice: HTTPField?

  /// A problem of this kind.
  ///
  /// - Parameters:
  ///   - field: the parameter, member or header that is wrong.
  ///   - detail: one sentence, in lower case and without a full stop.
  ///   - status: the status, where it is not the kind's own.
  ///   - advice: a header that says what would be right.
  init(
    _ kind: ProblemKind, field: String? = nil, _ detail: String,
    status: HTTPResponse.Status? = nil, advice: HTTPField? = nil
  ) {
    self.kind = kind
    self.status = status ?? kind.status
    self.detail = detail
    self.field = field
    self.advice = advice
  }

  /// A method that an address does not take, with those that it takes.
  static func methodNotAllowed(_ allowed: String) -> RequestProblem {
    RequestProblem(
      .methodNotAllowed, field: "method", "this address takes \(allowed)",
      advice: HTTPField(name: .allow, value: allowed))
  }

  /// The same problem with a member of this object.
  func within(_ object: String) -> RequestProblem {
    var problem = self
    problem.field = field.map { "\(object).\($0)" } ?? object
    return problem
  }

  /// The problem as JSON in UTF-8.
  ///
  /// - Parameter type: the URL of the help article, or the name of the kind.
  func json(type: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", type)
    json.field("title", kind.title)
    json.field("status", Int(status.code))
    json.field("detail", detail)
    json.field("field", field)
    json.endObject()
    return json.bytes
  }
}
