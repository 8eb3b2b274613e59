internal import HjelpAnswers

/// An answer as it is sent.
struct WrittenAnswer: Sendable {
  /// The JSON: an array, which takes what it holds where a buffer takes the next power of two.
  let json: [UInt8]
  /// The tag of the JSON.
  let tag: EntityTag
  /// Counts answers of this status in this locale.
  let counter: Counter
  /// The question, if it is one without an answer.
  let unanswered: UnansweredQuestion?
}
