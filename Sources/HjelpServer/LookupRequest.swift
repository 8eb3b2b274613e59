internal import HjelpLocale
internal import HTTPTypes

/// One question of a request, checked.
struct LookupRequest {
  /// The longest `q` of a GET, in bytes.
  static let queryLimit = 2 * 1024
  /// The longest `text` of a POST, in bytes.
  static let textLimit = 16 * 1024
  /// How many answers can be asked for.
  static let limits = 1...50

  /// What the product showed.
  let text: String
  /// The locale that is asked for; `nil` leaves it to `Accept-Language`.
  let locale: LocaleTag?
  /// How many answers at most.
  let limit: Int
  /// Whether each answer says why it was given.
  let explain: Bool

  /// The question in the parameters `q`, `locale`, `limit` and `explain`.
  ///
  /// - Parameter isStrict: whether any other parameter is refused; an address that a person opens
  ///   can have been given more.
  init(_ parameters: QueryParameters, isStrict: Bool = true) throws(RequestProblem) {
    if isStrict { try parameters.requireOnly("q", "locale", "limit", "explain") }
    text = try Self.checked(
      parameters.text("q"), field: "q", limit: Self.queryLimit, tooLong: .uriTooLong)
    locale = try Self.locale(in: parameters)
    var limit = 5
    if let value = try parameters.text("limit") {
      // `Int` would take a sign.
      let isNumber = value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      limit = try Self.checked(limit: isNumber ? Int(value) : nil)
    }
    self.limit = limit
    switch try parameters.text("explain") {
    case nil, "false": explain = false
    case "true": explain = true
    default:
      throw RequestProblem(.badValue, field: "explain", "'explain' must be 'true' or 'false'")
    }
  }

  init(text: String, locale: LocaleTag?, limit: Int = 5, explain: Bool = false) {
    self.text = text
    self.locale = locale
    self.limit = limit
    self.explain = explain
  }

  /// The locale in the parameter `locale`.
  static func locale(in parameters: QueryParameters) throws(RequestProblem) -> LocaleTag? {
    guard let tag = try parameters.text("locale") else { return nil }
    return try WantedLocale.read(tag, field: "locale")
  }

  /// A text that can be looked up.
  static func checked(
    _ text: String?, field: String, limit: Int, tooLong: HTTPResponse.Status
  ) throws(RequestProblem) -> String {
    guard let text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw RequestProblem(
        .missingText, field: field, "'\(field)' must hold the text to look up")
    }
    guard text.utf8.count <= limit else {
      let advice = tooLong == .uriTooLong ? "; send a longer one by POST" : ""
      throw RequestProblem(
        .textTooLong, field: field, "'\(field)' is longer than \(limit) bytes\(advice)",
        status: tooLong)
    }
    guard !text.utf8.contains(0) else {
      throw RequestProblem(
        .badText, field: field, "'\(field)' holds a NUL; send the text without it")
    }
    return text
  }

  /// A number of answers that can be asked for.
  static func checked(limit: Int?) throws(RequestProblem) -> Int {
    guard let limit, limits.contains(limit) else {
      throw RequestProblem(
        .badLimit, field: "limit", "'limit' must be a whole number from 1 to 50")
    }
    return limit
  }
}
