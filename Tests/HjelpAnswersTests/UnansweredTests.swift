import HjelpAnswers
import HjelpLocale
import HjelpLookup
import Testing

@Suite("Unanswered questions")
struct UnansweredTests {
  private let site: SampleSite
  private let service: LookupService

  init() throws {
    site = try SampleSite()
    service = try LookupService.load(site: site.path)
  }

  @Test(
    "are kept without what could be somebody's, and with their codes",
    arguments: [
      ("The zebra fluted 4711 times, 3.5 hours", "the zebra fluted # times # hours"),
      ("zebra kari@example.com at https://x.example/a?b=c", "zebra # at #"),
      ("zebra {3F2504E0-4F89-11D3-9A0C-0305E82C3301} fluted", "zebra # fluted"),
      ("C:\\Users\\kari\\zebra.txt fluted", "# fluted"), ("zebra ola1985 fluted", "zebra # fluted"),
      ("zebra 0x80004711: AADSTS99999", "zebra 0x80004711 AADSTS99999"),
      ("Zebra -2147467259 fluted", "zebra 0x80004005 fluted"),
      ("zebra office365", "zebra office365"),
      ("フルートの 4711 シマウマ", "フルートの # シマウマ"),
    ])
  func areMasked(_ text: String, _ kept: String) throws {
    let answer = service.answer(text: text, locale: LocaleTag("nb-NO"))
    let question = try #require(UnansweredQuestion(answer))
    #expect(question.text == kept)
    #expect(question.locale == "nb-NO")
    // What is kept is understood as the same again.
    let again = service.answer(text: question.pattern, locale: LocaleTag("nb-NO"))
    #expect(again.answer.codes == answer.answer.codes)
    #expect(UnansweredQuestion(again) == question)
  }

  @Test(
    "are none if there is an answer, or nothing to be said",
    arguments: ["AADSTS50011", "4711", "#", "kari@example.com", "!!!"])
  func areNone(_ text: String) {
    #expect(UnansweredQuestion(service.answer(text: text, locale: LocaleTag("nb-NO"))) == nil)
  }

  @Test("are cut, and name the locale that answered where none was asked for")
  func areCut() throws {
    let words = String(repeating: "zebra flute ", count: 500)
    let long = try #require(UnansweredQuestion(service.answer(text: words)))
    #expect((490...512).contains(long.text.utf8.count))
    #expect(long.text.hasSuffix("zebra") || long.text.hasSuffix("flute"))
    #expect(long.locale == "en-US")
    let solid = try #require(
      UnansweredQuestion(service.answer(text: String(repeating: "縞馬", count: 500))))
    #expect((500...512).contains(solid.text.utf8.count))
  }

  @Test("become patterns of front matter")
  func becomePatterns() {
    let question = UnansweredQuestion(text: "zebra # of # 0x80004711", locale: "nb-NO")
    #expect(question.pattern == "zebra {value} of {value} 0x80004711")
  }

  @Test("go into lines and come back")
  func goIntoLines() throws {
    let question = UnansweredQuestion(text: "a \"b\" \\ æ", locale: "nb-NO")
    let line = UnansweredLine(time: "2026-11-24T20:30:05Z", question: question, count: 3)
    let json = #"{"time":"2026-11-24T20:30:05Z","text":"a \"b\" \\ æ","locale":"nb-NO","count":3}"#
    #expect(String(decoding: line.json, as: UTF8.self) == json)
    #expect(try UnansweredLine(json: line.json) == line)
    let later = #" {"count": 1, "new": [{"a": null}], "locale": "", "text": "x"} "#
    #expect(try UnansweredLine(json: Array(later.utf8)).count == 1)
  }

  @Test(
    "in broken lines are refused",
    arguments: [
      ("", "it is not JSON at byte 0: expected '{'"),
      ("{", "it is not JSON at byte 1: expected a text"),
      ("{}", "it has no 'text'"), (#"{"text":""}"#, "it has no 'text'"),
      (#"{"text":"a","count":1}"#, "it has no 'locale'"),
      (#"{"text":"a","locale":"nb"}"#, "it has no 'count' of 1 or more"),
      (#"{"text":"a","locale":"nb","count":0}"#, "it has no 'count' of 1 or more"),
      (#"{"text":"a","locale":"nb","count":1"#, "it is not JSON at byte 35: expected ',' or '}'"),
    ])
  func areRefused(_ line: String, _ reason: String) {
    #expect {
      try UnansweredLine(json: Array(line.utf8))
    } throws: { ($0 as? UnansweredLineError)?.description == reason }
  }

  @Test("are added up, the most frequent first")
  func areAddedUp() {
    var tally = UnansweredTally()
    for (text, locale, count) in [
      ("b", "nb-NO", 2), ("a", "nb-NO", 1), ("c", "en-US", 4), ("a", "ja-JP", 5), ("b", "en-US", 2),
      ("d", "nb-NO", .max), ("d", "nb-NO", 7),
    ] {
      tally.add(
        UnansweredLine(
          time: "", question: UnansweredQuestion(text: text, locale: locale), count: count))
    }
    #expect(tally.entries.map(\.text) == ["d", "a", "b", "c"])
    #expect(tally.entries.map(\.count) == [.max, 6, 4, 4])
    #expect(tally.entries[1].locales.map(\.locale) == ["ja-JP", "nb-NO"])
    #expect(tally.entries[1].question.locale == "ja-JP")
    #expect(tally.entries[2].locales.map(\.locale) == ["en-US", "nb-NO"])
  }
}
