internal import HjelpAnswers
internal import HjelpLookup
internal import HjelpRelease

/// Answers questions to one release: from memory where it can; it counts the answers, and notes
/// the questions that have none.
struct AnswerSource: Sendable {
  let service: LookupService
  let cache: AnswerCache<QuestionKey>
  let targets: AnswerCache<TargetKey>
  let metrics: ServerMetrics
  /// Where questions without an answer go; `nil` where nobody asked for them.
  let unanswered: UnansweredLog?

  /// The answer as JSON.
  func written(_ query: LookupRequest, acceptLanguage: String?) -> WrittenAnswer {
    let choice = service.choice(locale: query.locale, acceptLanguage: acceptLanguage)
    let answer: WrittenAnswer
    if !isKept(query) {
      answer = write(query, choice)
    } else {
      let key = QuestionKey(
        text: Array(query.text.utf8), choice: choice, limit: query.limit)
      if let kept = cache[key] {
        metrics.cacheHits.add()
        answer = kept
      } else {
        metrics.cacheMisses.add()
        answer = write(query, choice)
        cache.insert(answer, for: key)
      }
    }
    count(answer)
    return answer
  }

  /// The answer to a GET that came before in the very same words; `nil` if none is kept.
  func kept(_ key: TargetKey) -> WrittenAnswer? {
    guard let answer = targets[key] else { return nil }
    metrics.cacheHits.add()
    count(answer)
    return answer
  }

  /// Keeps the answer to a GET.
  func keep(_ answer: WrittenAnswer, to query: LookupRequest, for key: TargetKey?) {
    if let key, isKept(query) { targets.insert(answer, for: key) }
  }

  private func isKept(_ query: LookupRequest) -> Bool {
    !query.explain && query.text.utf8.count <= QuestionKey.longestText
  }

  private func count(_ answer: WrittenAnswer) {
    answer.counter.add()
    if let question = answer.unanswered { unanswered?.note(question) }
  }

  /// The answer as a value, for who is led to a page by it.
  func answer(_ query: LookupRequest, acceptLanguage: String?) -> LocalizedAnswer {
    let choice = service.choice(locale: query.locale, acceptLanguage: acceptLanguage)
    let answer = service.answer(
      to: LookupQuery(text: query.text, limit: query.limit), in: choice)
    metrics.answers(in: answer.served)[answer.answer.status].add()
    if let unanswered, let question = UnansweredQuestion(answer) { unanswered.note(question) }
    return answer
  }

  private func write(_ query: LookupRequest, _ choice: LocaleChoice) -> WrittenAnswer {
    let answer = service.answer(
      to: LookupQuery(text: query.text, limit: query.limit, explain: query.explain), in: choice)
    let written = answer.json
    // The writer's array has room for more, which would be kept too.
    var json: [UInt8] = []
    json.reserveCapacity(written.count)
    json.append(contentsOf: written)
    return WrittenAnswer(
      json: json, tag: EntityTag(hash: ContentHash.sha256(of: json).prefix(32)),
      counter: metrics.answers(in: answer.served)[answer.answer.status],
      unanswered: unanswered == nil ? nil : UnansweredQuestion(answer))
  }
}
