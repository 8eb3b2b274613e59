import HjelpLookup
import Testing

@Suite("Answers of a small index")
struct AnswerTests {
  private let index: LookupIndex

  init() throws { index = try SampleIndex.open() }

  private func answer(_ text: String, minimum: Double = 0.35) -> LookupAnswer {
    index.answers(to: LookupQuery(text: text, minimumConfidence: minimum))
  }

  @Test(
    "a string finds its article in either language, with sentence and anchor",
    arguments: [
      ("no recent synchronization", "sync/stale", "en-US", "102"),
      ("No recent synchronization.", "sync/stale", "en-US", "102"),
      ("ingen nylig synkronisering", "sync/stale", "nb-NO", "102"),
      ("«INGEN NYLIG SYNKRONISERING»", "sync/stale", "nb-NO", "102"),
      ("no recent sychronization", "sync/stale", "en-US", "102"),
      (
        "2026-11-19T20:24:12Z ERROR [svc-10] - no recent synchronization (id=7)", "sync/stale",
        "en-US", "102"
      ),
      ("betyr at avsenderen er sperret", "mail/blocked", "nb-NO", "p101"),
    ])
  func exact(text: String, id: String, language: String, unit: String) throws {
    let answer = answer(text)
    #expect(answer.status == .match)
    let first = try #require(answer.answers.first)
    #expect(first.id == id)
    #expect(first.url == "/nb-NO/\(id).html")
    #expect(first.language == language)
    #expect(first.unit == unit)
    #expect(first.anchor == "u\(unit)")
    #expect(first.confidence >= 0.80)
  }

  @Test(
    "the text of the passage comes with the answer, and without the text file all else is equal")
  func text() throws {
    let files = SampleIndex.files()
    let bare = try LookupIndex(index: files.index, text: nil)
    let full = answer("no recent synchronization")
    var without = bare.answers(to: LookupQuery(text: "no recent synchronization"))
    #expect(full.answers.first?.matched == "no recent synchronization")
    #expect(without.answers.first?.matched == nil)
    for position in without.answers.indices {
      without.answers[position].matched = full.answers[position].matched
    }
    #expect(without == full)
  }

  @Test("a declared pattern takes any filling and wins")
  func declared() throws {
    for text in [
      "The folder {name} was last synced {days} days ago",
      "The folder Invoices was last synced 12 days ago",
      "the folder Annual Reports 2024 was last synced 3 days ago!",
    ] {
      let answer = answer(text)
      #expect(answer.status == .match, "\(text)")
      #expect(answer.answers.first?.id == "sync/declared", "\(text)")
      #expect(answer.answers.first?.kind == .declared, "\(text)")
    }
  }

  @Test(
    "codes find their article, alone and in a line",
    arguments: [
      "5.7.750", "Feilkode 5.7.750", "The operation failed. (5.7.750)", "0x80070005", "80070005",
      "-2147024891", "エラー コード: 0x80070005", "vbaxl10.chm5199", "VBAXL10.CHM5199",
      "0F5A1E9C-22D4-4D2E-9B0C-7C1A2B3C4D5E",
    ])
  func codes(text: String) {
    let answer = answer(text)
    #expect(answer.status == .match)
    #expect(answer.answers.first?.id == "mail/blocked")
  }

  @Test(
    "what no article has is answered with none or less than a match",
    arguments: [
      "5.7.751", "AADSTS50126", "Feilkode 0xC004F010", "The operation failed. (5.1.11)", "", "   ",
      "?", "invalid page in block 2856 of relation pg_class; zeroing out page",
      "Key not changed so no update needed.", "an unexpected error has occurred", "error",
      "サーバの応答にエラーがあるので、接続を終了します。", "\u{0}", "{}", "%s %d",
    ])
  func none(text: String) {
    let answer = answer(text)
    #expect(answer.status == .none, "\(answer.answers.first?.id ?? "")")
    #expect(answer.answers.isEmpty)
  }

  @Test("two articles with the same sentence are ambiguous, in the order of their ids")
  func ambiguous() {
    let answer = answer("The mailbox could not be found in the local forest")
    #expect(answer.status == .ambiguous)
    #expect(answer.answers.prefix(2).map(\.id) == ["mail/copy", "mail/copy-2"])
  }

  @Test("an article of the source locale says that it is a fallback")
  func fallback() {
    let first = answer("The printer spooler stopped unexpectedly").answers.first
    #expect(first?.id == "english/printing")
    #expect(first?.isFallback == true)
    #expect(first?.locale == "en-US")
    #expect(first?.url == "/en-US/english/printing.html")
    #expect(first?.anchor == "u104")
  }

  @Test("the threshold and the limit leave answers out and change nothing else")
  func threshold() {
    let texts = [
      "the mailbox could not be found", "no recent synchronization", "mailbox forest",
      "synkronisering",
      "e-post blir", "Printing", "the sender is blocked", "last synced", "5.7.750",
      "before you start",
    ]
    for text in texts {
      let all = answer(text, minimum: 0)
      let order = all.answers.map(\.confidence)
      #expect(order == order.sorted(by: >))
      for minimum in stride(from: 0.0, through: 1.0, by: 0.05) {
        let some = answer(text, minimum: minimum)
        #expect(some.answers == all.answers.filter { $0.confidence >= minimum })
        #expect(some.status == all.status)
      }
      for limit in [-1, 1, 2, 50] {
        let some = index.answers(to: LookupQuery(text: text, limit: limit, minimumConfidence: 0))
        #expect(some.status == all.status)
        #expect(Array(all.answers.prefix(some.answers.count)) == Array(some.answers.prefix(5)))
        #expect(some.answers.count <= max(1, limit))
      }
    }
  }

  @Test("an explanation names the words and what they weigh")
  func explanation() throws {
    let query = LookupQuery(text: "no recent sychronization", explain: true)
    let explanation = try #require(index.answers(to: query).answers.first?.explanation)
    #expect(explanation.aligned.map(\.query) == ["no", "recent", "sychronization"])
    #expect(explanation.aligned.map(\.passage) == ["no", "recent", "synchronization"])
    #expect(explanation.aligned.allSatisfy { $0.bits > 0 })
    #expect(explanation.features.count == 30)
    #expect(index.answers(to: LookupQuery(text: "5.7.750")).answers.first?.explanation == nil)
  }

  @Test("articles are known by their id")
  func articles() {
    #expect(index.articleCount == 6)
    #expect(
      index.articles.map(\.id) == [
        "english/printing", "mail/blocked", "mail/copy", "mail/copy-2", "sync/declared",
        "sync/stale",
      ])
    #expect(index.article(id: "mail/copy")?.title == "Kopier av e-post")
    #expect(index.article(id: "mail/copy")?.url == "/nb-NO/mail/copy.html")
    #expect(index.article(id: "mail/cop") == nil)
    #expect(index.article(id: "") == nil)
    #expect(index.locale == "nb-NO")
  }

  @Test("long and odd texts are answered too")
  func oddTexts() {
    let noise = Array(repeating: "qwerty uiop 123 (asdf) zxcv", count: 500).joined(separator: " ")
    #expect(answer(noise + " \"no recent synchronization\" 0x80070005").answers.isEmpty == false)
    for text in [
      String(repeating: "a", count: 20_000), String(repeating: "{", count: 5_000),
      String(repeating: "%", count: 5_000), String(repeating: "。", count: 5_000),
      String(repeating: "no recent ", count: 3_000), String(repeating: "-", count: 5_000),
      String(repeating: "\u{3099}", count: 100), "\u{FEFF}\u{202E}",
      String(repeating: "<", count: 99),
    ] {
      _ = answer(text)
    }
  }
}
