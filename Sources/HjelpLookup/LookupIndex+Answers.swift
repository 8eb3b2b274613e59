extension LookupIndex {
  /// What the index says to a query.
  ///
  /// The confidence of an answer depends on the text alone. `minimumConfidence` and `limit` leave
  /// answers out and change nothing else, the status included.
  public func answers(to query: LookupQuery) -> LookupAnswer {
    let text = LookupNormalizer.tokens(of: query.text)
    let isKeyword =
      text.tokens.count <= LookupIndex.longestKeyword
      && !query.text.utf8.contains { $0 <= 0x20 }
    let whole = isKeyword ? PassageCollection.codeKey(query.text) : nil
    var search = Search(self, text, whole: whole)
    let found = search.run()
    let ranked = found.ranked
    var answer = LookupAnswer(
      status: LookupIndex.status(of: ranked), normalized: text.string, codes: text.codes,
      answers: [])
    for candidate in ranked.prefix(max(1, query.limit))
    where candidate.confidence >= query.minimumConfidence {
      answer.answers.append(search.match(candidate, explain: query.explain))
    }
    return answer
  }

  /// A text of more tokens, or with a blank in it, is no code of the front matter.
  private static let longestKeyword = 12

  private static func status(of ranked: [Search.Candidate]) -> LookupStatus {
    guard let first = ranked.first, first.confidence >= LookupStatus.candidateThreshold else {
      return .none
    }
    guard first.confidence >= LookupStatus.matchThreshold else { return .candidates }
    guard ranked.count > 1, first.occurrence.kind != .declared else { return .match }
    let second = ranked[1].confidence
    let isClose = first.confidence - second <= LookupStatus.ambiguityMargin
    return second >= LookupStatus.matchThreshold && isClose ? .ambiguous : .match
  }
}
