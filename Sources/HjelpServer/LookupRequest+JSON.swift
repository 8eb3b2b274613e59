internal import HjelpLocale
internal import HjelpRelease
internal import HTTPTypes
internal import Hummingbird

extension LookupRequest {
  /// How many questions a batch can hold.
  static let batchLimit = 100

  /// The question in a body: `{"text": "…", "locale": "nb-NO", "limit": 5, "explain": false}`.
  init(body: [UInt8]) throws(RequestProblem) {
    self = try Self.read(body) { reader throws(RequestProblem) in
      try LookupRequest(reading: &reader)
    }
  }

  /// The questions in a body: `{"queries": [{"text": "…"}, …]}`.
  static func batch(body: [UInt8]) throws(RequestProblem) -> [LookupRequest] {
    try read(body) { reader throws(RequestProblem) in
      try require(.object, of: "body", &reader)
      var requests: [LookupRequest]?
      try members(of: &reader) { key, reader throws(RequestProblem) in
        guard key == "queries" else {
          throw RequestProblem.field(key, "there is no such member; there is 'queries'")
        }
        requests = try queries(&reader)
      }
      guard let requests, !requests.isEmpty, requests.count <= batchLimit else {
        throw RequestProblem.field(
          "queries", "'queries' must hold 1 to \(batchLimit) questions, each '{\"text\": \"…\"}'")
      }
      return requests
    }
  }

  private static func queries(_ reader: inout JSONReader) throws(RequestProblem) -> [LookupRequest]
  {
    try require(.array, of: "queries", &reader)
    var requests: [LookupRequest] = []
    try json("queries") { () throws(JSONSyntaxError) in try reader.beginArray() }
    while try json("queries", { () throws(JSONSyntaxError) in try reader.nextElement() }) {
      guard requests.count < batchLimit else {
        throw RequestProblem.field("queries", "'queries' holds more than \(batchLimit) questions")
      }
      do {
        requests.append(try LookupRequest(reading: &reader))
      } catch {
        throw error.within("queries[\(requests.count)]")
      }
    }
    return requests
  }

  private init(reading reader: inout JSONReader) throws(RequestProblem) {
    try Self.require(.object, of: "body", &reader)
    var text: String?
    var locale: LocaleTag?
    var limit = 5
    var explain = false
    try Self.members(of: &reader) { key, reader throws(RequestProblem) in
      let isNull = reader.nextKind() == .null
      switch key {
      case "text":
        try Self.require(.string, of: key, &reader)
        text = try Self.json(key) { () throws(JSONSyntaxError) in try reader.string() }
      case _ where isNull && ["locale", "limit", "explain"].contains(key):
        try Self.json(key) { () throws(JSONSyntaxError) in try reader.skipValue() }
      case "locale":
        try Self.require(.string, of: key, &reader)
        let tag = try Self.json(key) { () throws(JSONSyntaxError) in try reader.string() }
        locale = try WantedLocale.read(tag, field: key)
      case "limit":
        try Self.require(.number, of: key, &reader)
        let number = try Self.json(key) { () throws(JSONSyntaxError) in try reader.integer() }
        limit = try Self.checked(limit: number)
      case "explain":
        try Self.require(.boolean, of: key, &reader)
        explain = try Self.json(key) { () throws(JSONSyntaxError) in try reader.boolean() }
      default:
        throw RequestProblem.field(
          key, "there is no such member; there are 'text', 'locale', 'limit', 'explain'")
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
    let read = try value(&reader)
    try json("body") { () throws(JSONSyntaxError) in try reader.finish() }
    return read
  }

  /// Reads the members of an object; one that comes twice is refused.
  private static func members(
    of reader: inout JSONReader,
    _ read: (String, inout JSONReader) throws(RequestProblem) -> Void
  ) throws(RequestProblem) {
    var seen: [String] = []
    try json("body") { () throws(JSONSyntaxError) in try reader.beginObject() }
    while let key = try json("body", { () throws(JSONSyntaxError) in try reader.nextKey() }) {
      guard !seen.contains(key) else {
        throw RequestProblem.field(key, "this member comes twice; send it once")
      }
      seen.append(key)
      try read(key, &reader)
    }
  }

  private static func require(
    _ kind: JSONReader.Kind, of field: String, _ reader: inout JSONReader
  ) throws(RequestProblem) {
    let found = reader.nextKind()
    guard found != kind else { return }
    let what = found?.rawValue ?? "no JSON"
    throw RequestProblem.field(field, "'\(field)' must be \(kind.rawValue), and is \(what)")
  }

  private static func json<Value>(
    _ field: String, _ read: () throws(JSONSyntaxError) -> Value
  ) throws(RequestProblem) -> Value {
    do {
      return try read()
    } catch {
      throw RequestProblem.field(field, "the body is not JSON at \(error.description)")
    }
  }
}
