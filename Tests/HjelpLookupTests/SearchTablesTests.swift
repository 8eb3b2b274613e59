import Testing

@testable import HjelpLookup

/// What the search page reads where no server answers.
@Suite struct SearchTablesTests {
  private func bits(_ write: (inout BitWriter) -> Void) -> String {
    var writer = BitWriter()
    write(&writer)
    return writer.finished.map { byte in
      let text = String(byte, radix: 2)
      return String(repeating: "0", count: 8 - text.count) + text
    }
    .joined()
  }

  /// The codes of P. Elias, "Universal codeword sets" (1975), table I: γ.
  @Test(
    "numbers are written in Elias' γ code",
    arguments: [(1, "1"), (2, "010"), (3, "011"), (4, "00100"), (8, "0001000"), (17, "000010001")])
  func gamma(number: Int, code: String) {
    #expect(bits { $0.appendGamma(number) }.hasPrefix(code))
  }

  /// 18 with the parameter 4 is the example of the Golomb–Rice literature: quotient 1, rest 2.
  @Test(
    "numbers are written in Rice codes",
    arguments: [
      (18, 4, "100010"), (7, 0, "11111110"), (9, 2, "11001"), (0, 3, "0000"),
      (70, 0, String(repeating: "1", count: 70) + "0"),
    ])
  func rice(number: Int, parameter: Int, code: String) {
    #expect(bits { $0.appendRice(number, parameter) }.hasPrefix(code))
  }

  @Test(
    "a katakana run is one word, of the rest pairs are, but for pairs of hiragana",
    arguments: [
      ("ユーザーの同期を有効にする", ["kユーザー", "jの同", "j同期", "j期を", "jを有", "j有効", "j効に"]),
      ("Office を 更新", ["woffice", "j更新"]),
      ("エラー 0x80070005 が発生", ["kエラー", "c0x80070005", "jが発", "j発生"]),
      ("No recent synchronization (3)", ["wno", "wrecent", "wsynchronization", "n3"]),
    ])
  func words(text: String, expected: [String]) {
    var words: [[UInt8]] = []
    SearchWords.forEach(of: PassageTokens(text).keys) { words.append(Array($0)) }
    #expect(words.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  private func searchPassages(_ entries: [LookupEntry]) -> SearchPassages {
    var store = PassageStore()
    let stored = entries.map { entry in
      let passages = store.add(entry.passages)
      return store.add(entry, sides: passages)
    }
    return SearchPassages(stored, in: store)
  }

  @Test("sentences are left out, and a passage that stands twice is kept once, as what it is most")
  func passages() {
    let passages = searchPassages([
      LookupEntry(
        id: "a", url: "/a", title: "A", locale: "en-US",
        passages: [
          Passage(kind: .quoted, text: "no recent synchronization", language: "en-US"),
          Passage(kind: .title, text: "No recent synchronization", language: "en-US"),
          Passage(kind: .sentence, text: "Wait for an hour", language: "en-US"),
        ])
    ])
    let kept = passages.kept(by: SearchPassages.rules[0])
    #expect(kept.passages.map(\.kind) == [.title])
    #expect(
      passages.words.map { String(decoding: $0.dropFirst(), as: UTF8.self) } == [
        "no", "recent", "synchronization",
      ])
  }

  @Test("of a long passage the most telling words are kept, and what they tell is written down")
  func cut() {
    let passages = searchPassages(
      (0..<40).map { number in
        let rare = number == 7 ? "zeppelin " : ""
        return LookupEntry(
          id: "\(number)", url: "/", title: "", locale: "en-US",
          passages: [
            Passage(kind: .title, text: "\(rare)open the door", language: "en-US"),
            Passage(kind: .title, text: "word\(number) close the door", language: "en-US"),
          ])
      })
    let kept = passages.kept(by: .init(words: 1, bits: 0))
    let zeppelin = passages.words.firstIndex { $0.elementsEqual("wzeppelin".utf8) }
    #expect(zeppelin.map { kept.postings[$0].count } == 1)
    let passage = zeppelin.flatMap { kept.postings[$0].first }.map { kept.passages[Int($0)] }
    #expect(passage?.article == 7)
    #expect(passage.map { $0.keptBits < $0.bits } == true)
  }
}
