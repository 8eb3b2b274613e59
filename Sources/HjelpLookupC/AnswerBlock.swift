internal import CHjelpLookup
internal import HjelpLookup

/// An answer laid out for C in a single block of memory: the answer, its matches, the pointers to
/// its codes, then all strings.
struct AnswerBlock {
  private let answer: LookupAnswer
  private let matchesStart: Int
  private let codesStart: Int
  private let stringsStart: Int
  private let size: Int

  /// Plans the block.
  init(_ answer: LookupAnswer) {
    self.answer = answer
    matchesStart = unsafe MemoryLayout<hjelp_answer>.stride
    codesStart = unsafe matchesStart + answer.answers.count * MemoryLayout<hjelp_match>.stride
    stringsStart =
      unsafe codesStart + answer.codes.count * MemoryLayout<UnsafePointer<CChar>?>.stride
    let strings = [answer.normalized] + answer.codes + answer.answers.flatMap(AnswerBlock.strings)
    size = strings.reduce(stringsStart) { $0 + ($1.map { $0.utf8.count + 1 } ?? 0) }
  }

  /// The strings of a match in the order in which ``pointers(_:)`` takes them.
  private static func strings(_ match: LookupMatch) -> [String?] {
    [
      match.id, match.url, match.title, match.locale, match.matched, match.kind.name,
      match.language, match.unit, match.anchor,
    ]
  }

  private var status: hjelp_status {
    switch answer.status {
    case .none: HJELP_NONE
    case .candidates: HJELP_CANDIDATES
    case .ambiguous: HJELP_AMBIGUOUS
    case .match: HJELP_MATCH
    }
  }

  /// Makes the block; `free` frees it.
  func allocate() -> UnsafeMutablePointer<hjelp_answer> {
    let block = unsafe UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: MemoryLayout<hjelp_answer>.alignment)
    var strings = unsafe StringCursor(
      (block + stringsStart).bindMemory(to: CChar.self, capacity: size - stringsStart))
    let matches = unsafe (block + matchesStart).bindMemory(
      to: hjelp_match.self, capacity: answer.answers.count)
    for (number, match) in answer.answers.enumerated() {
      let texts = unsafe AnswerBlock.strings(match).map { unsafe strings.append($0) }
      unsafe (matches + number).initialize(
        to: hjelp_match(
          id: texts[0], url: texts[1], title: texts[2], locale: texts[3],
          confidence: match.confidence, is_fallback: match.isFallback, text: texts[4],
          kind: texts[5], language: texts[6], unit: texts[7], anchor: texts[8]))
    }
    let codes = unsafe (block + codesStart).bindMemory(
      to: UnsafePointer<CChar>?.self, capacity: answer.codes.count)
    for (number, code) in answer.codes.enumerated() {
      unsafe (codes + number).initialize(to: strings.append(code))
    }
    let start = unsafe block.bindMemory(to: hjelp_answer.self, capacity: 1)
    unsafe start.initialize(
      to: hjelp_answer(
        status: status, normalized: strings.append(answer.normalized), codes: codes,
        code_count: answer.codes.count, matches: matches, match_count: answer.answers.count))
    return unsafe start
  }

  /// Frees a block.
  static func free(_ answer: UnsafeMutablePointer<hjelp_answer>) {
    unsafe UnsafeMutableRawPointer(answer).deallocate()
  }
}
