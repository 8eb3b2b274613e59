package import HjelpLookup

/// An answer of the lookup as a database keeps it.
package struct ExportAnswer: Sendable, Hashable {
  /// An article of the answer.
  package struct Match: Sendable, Hashable {
    /// The article's id.
    package let article: String
    /// How likely the answer is right, 0 to 1, with four decimals as over HTTP.
    package let confidence: Double
    /// The id on the page that the passage stands at, without `#`.
    package let anchor: String?
  }

  /// `match`, `ambiguous` or `candidates`.
  package let status: LookupStatus
  /// The articles, the most confident first; never empty.
  package let matches: [Match]

  /// Takes an answer; `nil` if it is none.
  init?(_ answer: LookupAnswer) {
    guard answer.status != .none, !answer.answers.isEmpty else { return nil }
    status = answer.status
    matches = answer.answers.map { match in
      Match(
        article: match.id, confidence: (match.confidence * 10_000).rounded() / 10_000,
        anchor: match.anchor)
    }
  }
}
