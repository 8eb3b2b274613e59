import HjelpAnswers
import HjelpLocale
import Testing

@testable import HjelpServer

@Suite("Answers that are kept")
struct AnswerCacheTests {
  private func choice() throws -> LocaleChoice {
    let release = try SampleRelease()
    let snapshot = try SiteSnapshot(site: release.path, cacheSize: 0)
    return try #require(snapshot.service).choice(locale: LocaleTag("nb-NO"))
  }

  private func answer(_ text: String) -> WrittenAnswer {
    WrittenAnswer(
      json: Array(text.utf8), tag: EntityTag(hash: text), counter: Counter(),
      unanswered: nil)
  }

  @Test("are found by all that they depend on")
  func areFound() throws {
    let cache = AnswerCache<QuestionKey>(capacity: 1 << 20)
    let choice = try choice()
    func key(_ text: String, _ limit: Int) -> QuestionKey {
      QuestionKey(text: Array(text.utf8), choice: choice, limit: limit)
    }
    cache.insert(answer("one"), for: key("café", 5))
    #expect(cache[key("café", 5)]?.json == Array("one".utf8))
    #expect(cache[key("café", 4)] == nil)
    // The same to Unicode, but other bytes.
    #expect(cache[key("cafe\u{301}", 5)] == nil)
    #expect(AnswerCache<QuestionKey>(capacity: 0)[key("café", 5)] == nil)
  }

  @Test("stay if they are asked for, and go if they are not, so that the memory is bounded")
  func areBounded() throws {
    let cache = AnswerCache<QuestionKey>(capacity: 1 << 20)
    let choice = try choice()
    func key(_ number: Int) -> QuestionKey {
      QuestionKey(text: Array("text \(number)".utf8), choice: choice, limit: 5)
    }
    let body = String(repeating: "x", count: 2_000)
    for number in 0..<5_000 {
      cache.insert(answer(body), for: key(number))
      #expect(cache[key(0)] != nil)
    }
    let kept = (0..<5_000).count { cache[key($0)] != nil }
    // A megabyte holds 450 of them; half of it, one generation, is always full.
    #expect((200...460).contains(kept))
  }

  @Test("are the same answers, whichever way they were asked for")
  func areTheSame() async throws {
    let fresh = try ServerTester { $0.cacheSize = 0 }
    let kept = try ServerTester()
    for path in [
      "/v1/lookup?q=AADSTS50011&locale=nb", "/v1/lookup?q=AADSTS50011&locale=nb-NO",
      "/v1/lookup?q=AADSTS50011&locale=fr", "/v1/lookup?q=AADSTS50011&limit=1",
      "/v1/lookup?q=AADSTS50011&explain=true", "/v1/lookup?q=zebra",
    ] {
      let expected = try await fresh.get(path)
      for _ in 0..<2 {
        let response = try await kept.get(path)
        #expect(response.text == expected.text)
        #expect(response["etag"] == expected["etag"])
      }
    }
  }
}
