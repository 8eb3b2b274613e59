internal import HTTPTypes
internal import HjelpAnswers
internal import Hummingbird

/// All that an answer depends on, in a form that answers are kept by.
protocol AnswerKey: Hashable, Sendable {
  /// How many bytes it takes.
  var size: Int { get }
  /// A number from 0 on that chooses a part of the cache: made of little, since the part's table
  /// hashes the whole key.
  var mix: Int { get }
}

/// A question, however it was asked.
struct QuestionKey: AnswerKey {
  /// Longer texts are log lines, which hardly come twice.
  static let longestText = 1024

  /// UTF-8, since strings that Unicode calls equal can be different questions.
  let text: [UInt8]
  let choice: LocaleChoice
  let limit: Int

  var size: Int { text.count }
  var mix: Int { text.count &+ Int(text.last ?? 0) &+ Int(text.first ?? 0) }
}

/// A GET as it came: who asks again in the very same words is answered without reading them.
struct TargetKey: AnswerKey {
  /// Path and query, which are ASCII: the parser refuses all else.
  let target: String
  let acceptLanguage: String?

  /// The key of a request to look a text up; `nil` for all others, and for long ones.
  init?(_ request: Request) {
    guard request.method == .get || request.method == .head, let target = request.head.path,
      target.utf8.count <= 2048, target.utf8.starts(with: "/v1/lookup?".utf8)
    else { return nil }
    self.target = target
    acceptLanguage = request.headers[.acceptLanguage]
  }

  var size: Int { target.utf8.count + (acceptLanguage?.utf8.count ?? 0) }
  var mix: Int { size }
}
