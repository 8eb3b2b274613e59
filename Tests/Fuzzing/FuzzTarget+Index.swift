internal import HjelpLookup

extension FuzzTarget {
  /// Two files of an index, joined: refused, or they answer without a crash. The same with the head
  /// and the checksum repaired, so that damage reaches the tables behind them.
  static func checkIndex(_ bytes: [UInt8]) throws(Violation) {
    let magic = Array("HJLS".utf8)
    let place = bytes.firstRange(of: magic)?.lowerBound ?? bytes.count
    let index = Array(bytes[..<place])
    let text = place == bytes.count ? nil : Array(bytes[place...])
    try ask(index, text)
    guard index.count >= 32 else { return }
    let repaired = LookupIndexFiles.repaired(index: index, text: text)
    try ask(repaired.index, repaired.text)
    try ask(repaired.index, nil)
  }

  private static func ask(_ index: [UInt8], _ text: [UInt8]?) throws(Violation) {
    let opened: LookupIndex
    do throws(LookupIndexError) {
      opened = try LookupIndex(index: index, text: text)
    } catch {
      try Violation.unless(!error.description.isEmpty, "a refusal without a word")
      return
    }
    do throws(LookupIndexError) {
      try opened.verify()
    } catch {
      try Violation.unless(!error.description.isEmpty, "a refusal without a word")
    }
    // A damaged count may be any number; what is asked of it stays small.
    for text in questions + opened.articles.prefix(4).map(\.title) {
      let answer = opened.answers(to: LookupQuery(text: text, explain: true))
      try Violation.unless(answer.answers.count <= 5, "more answers than were asked for")
      var last = 1.0
      for match in answer.answers {
        try Violation.unless(
          (0...last).contains(match.confidence), "the confidence \(match.confidence) after \(last)")
        last = match.confidence
      }
      try Violation.unless(
        opened.answers(to: LookupQuery(text: text, explain: true)) == answer,
        "the same question has two answers")
    }
    _ = opened.article(id: "sync/stale")
  }

  private static let questions = [
    "no recent synchronization", "The folder Mail was last synced 12 days ago", "0x80070005",
    "5.7.750", "同期が停止しました", "could not be found in the local forest {name}",
  ]
}
