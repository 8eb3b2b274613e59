internal import HTTPTypes

/// What can be wrong with a request; each kind has its help article, `problems/NAME`.
enum ProblemKind: String, CaseIterable, Sendable {
  case addressNotFound = "address-not-found"
  case articleNotFound = "article-not-found"
  case badAddress = "bad-address"
  case badBatch = "bad-batch"
  case badJSON = "bad-json"
  case badLimit = "bad-limit"
  case badLocale = "bad-locale"
  case badRequest = "bad-request"
  case badText = "bad-text"
  case badValue = "bad-value"
  case bodyTooLong = "body-too-long"
  case duplicateField = "duplicate-field"
  case internalError = "internal-error"
  case methodNotAllowed = "method-not-allowed"
  case missingText = "missing-text"
  case noAnswer = "no-answer"
  case noIndex = "no-index"
  case notReady = "not-ready"
  case pageNotFound = "page-not-found"
  case textTooLong = "text-too-long"
  case tooManyRequests = "too-many-requests"
  case unknownField = "unknown-field"
  case unsupportedMediaType = "unsupported-media-type"

  /// The name in URLs, which never changes.
  var name: String { rawValue }

  /// What happened, the same for every request.
  var title: String {
    switch self {
    case .addressNotFound: "There is no such address"
    case .articleNotFound: "There is no such article"
    case .badAddress: "The address is malformed"
    case .badBatch: "A batch holds 1 to 100 questions"
    case .badJSON: "The body is not the JSON that was expected"
    case .badLimit: "The limit is not from 1 to 50"
    case .badLocale: "The locale is not a language tag"
    case .badRequest: "The request is malformed"
    case .badText: "The text holds what no text can hold"
    case .badValue: "A value is of another kind"
    case .bodyTooLong: "The body is too long"
    case .duplicateField: "A field is sent more than once"
    case .internalError: "The server failed"
    case .methodNotAllowed: "The address does not take this method"
    case .missingText: "There is no text to look up"
    case .noAnswer: "No article answers"
    case .noIndex: "The site has no lookup index"
    case .notReady: "No site is loaded yet"
    case .pageNotFound: "There is no such page"
    case .textTooLong: "The text is too long"
    case .tooManyRequests: "There are too many requests"
    case .unknownField: "There is no such field"
    case .unsupportedMediaType: "The body is of another media type"
    }
  }

  /// The status of the response, where nothing else is said.
  var status: HTTPResponse.Status {
    switch self {
    case .addressNotFound, .articleNotFound, .noAnswer, .pageNotFound: .notFound
    case .bodyTooLong, .textTooLong: .contentTooLarge
    case .internalError: .internalServerError
    case .methodNotAllowed: .methodNotAllowed
    case .noIndex, .notReady: .serviceUnavailable
    case .tooManyRequests: .tooManyRequests
    case .unsupportedMediaType: .unsupportedMediaType
    case .badAddress, .badBatch, .badJSON, .badLimit, .badLocale, .badRequest, .badText, .badValue,
      .duplicateField, .missingText, .unknownField:
      .badRequest
    }
  }
}
