internal import HjelpLocale
internal import HjelpRelease
internal import HTTPTypes

extension LookupRequest {
  /// How many questions a batch can hold.
  static let batchLimit = 100

  /// The question in a body: `{"text": "…", "locale": "nb-NO", "limit": 5, "explain": false}`.
  init(body: [UInt8]) throws(RequestProblem) {
    self = try Self.read(body) { reader throws(RequestProblem) in
      try LookupRequest(reading: &reader, of: body)
    }
  }

  /// The questions in a body: `{"queries": [{"text": "…"}, …]}`.
  static func batch(body: [UInt8]) throws(RequestProblem) -> [LookupRequest] {
    try read(body) { reader throws(RequestProblem) in
      var requests: [LookupRequest]?
      try members(of: &reader) { key, reader throws(RequestProblem) in
        guard key == "queries" else {
          throw RequestProblem(
            .unknownField, field: key, "there is no such member; there is 'queries'")
        }
        requests = try queries(&reader, of: body)
      }
      guard let requests, !requests.isEmpty, requests.count <= batchLimit else {
        throw RequestProblem(
          .badBatch, field: "queries",
          "'queries' must hold 1 to \(batchLimit) questions, each '{\"text\": \"…\"}'")
      }
      return requests
    }
  }

  private static func queries(
    _ reader: inout JSONReader, of body: [UInt8]
  ) throws(RequestProblem) -> [LookupRequest] {
    guard reader.nextKind() == .array else {
      throw RequestProblem(
        .badBatch, field: "queries", "'queries' must be a list of questions")
    }
    var requests: [LookupRequest] = []
    try structure { () throws(JSONSyntaxError) in try reader.beginArray() }
    while try structure({ () throws(JSONSyntaxError) in try reader.nextElement() }) {
      guard requests.count < batchLimit else {
        throw RequestProblem(
          .badBatch, field: "queries", "'queries' holds more than \(batchLimit) questions")
      }
      let place = "queries[\(requests.count)]"
      guard let kind = reader.nextKind() else { throw syntax(reader.offset, "a question") }
      guard kind == .object else {
        throw RequestProblem(.badValue, field: place, "a question must be an object")
      }
      do {
        requests.append(try LookupRequest(reading: &reader, of: body))
      } catch {
        // What is wrong with the text as JSON is wrong with the body.
        throw error.kind == .badJSON ? error : error.within(place)
      }
    }
    return requests
  }

  private init(
    reading reader: inout JSONReader, of body: [UInt8]
  ) throws(RequestProblem) {
    var text: String?
    var locale: LocaleTag?
    var limit = 5
    var explain = false
    try Self.members(of: &reader) { key, reader throws(RequestProblem) in
      guard let kind = reader.nextKind() else { throw Self.syntax(reader.offset, "a value") }
      switch key {
      case "text":
        guard kind == .string else {
          throw RequestProblem(.badValue, field: key, "'text' must be a text")
        }
        text = try Self.value(key) { () throws(JSONSyntaxError) in try reader.string() }
      case "locale" where kind == .null, "limit" where kind == .null, "explain" where kind == .null:
        try Self.structure { () throws(JSONSyntaxError) in try reader.skipValue() }
      case "locale":
        guard kind == .string else {
          throw RequestProblem(.badLocale, field: key, "'locale' must be a text such as 'nb-NO'")
        }
        let tag = try Self.value(key) { () throws(JSONSyntaxError) in try reader.string() }
        locale = try WantedLocale.read(tag, field: key)
      case "limit":
        let start = reader.offset
        try Self.structure { () throws(JSONSyntaxError) in try reader.skipValue() }
        // To JSON Schema 5.0 is a whole number too, and some programs write it so.
        let number = Double(String(decoding: body[start..<reader.offset], as: UTF8.self))
        limit = try Self.checked(limit: kind == .number ? number.flatMap { Int(exactly: $0) } : nil)
      case "explain":
        guard kind == .boolean else {
          throw RequestProblem(.badValue, field: key, "'explain' must be true or false")
        }
        explain = try Self.structure { () throws(JSONSyntaxError) in try reader.boolean() }
      default:
        throw RequestProblem(
          .unknownField, field: key,
          "there is no such member; there are 'text', 'locale', 'limit', 'explain'")
      }
    }
    self.init(
      text: try Self.checked(
        text, field: "text", limit: Self.textLimit, tooLong: .contentTooLarge),
      locale: locale, limit: limit, explain: explain)
  }

  /// Reads a whole body with `value`.
  private static func read<Value>(
    _ body: [UInt8], _ value: (inout JSONReader) throws(RequestProblem) -> Value
  ) throws(RequestProblem) -> Value {
    var reader = JSONReader(body)
    guard reader.nextKind() == .object else { throw syntax(reader.offset, "an object") }
    let read = try value(&reader)
    try structure { () throws(JSONSyntaxError) in try reader.finish() }
    return read
  }

  /// Reads the members of an object; one that comes twice is refused.
  private static func members(
    of reader: inout JSONReader,
    _ read: (String, inout JSONReader) throws(RequestProblem) -> Void
  ) throws(RequestProblem) {
    var seen: [String] = []
    try structure { () throws(JSONSyntaxError) in try reader.beginObject() }
    while let key = try structure({ () throws(JSONSyntaxError) in try reader.nextKey() }) {
      guard !seen.contains(key) else {
        throw RequestProblem(.duplicateField, field: key, "this member comes twice; send it once")
      }
      seen.append(key)
      try read(key, &reader)
    }
  }

  private static func structure<Value>(
    _ read: () throws(JSONSyntaxError) -> Value
  ) throws(RequestProblem) -> Value {
    do {
      return try read()
    } catch {
      throw syntax(error.offset, error.expected)
    }
  }

  private static func value(
    _ field: String, _ read: () throws(JSONSyntaxError) -> String
  ) throws(RequestProblem) -> String {
    do {
      return try read()
    } catch {
      throw RequestProblem(.badText, field: field, "'\(field)' is no text at \(error.description)")
    }
  }

  private static func syntax(_ offset: Int, _ expected: String) -> RequestProblem {
    RequestProblem(
      .badJSON, field: "body", "the body is not right at byte \(offset): expected \(expected)")
  }
}
