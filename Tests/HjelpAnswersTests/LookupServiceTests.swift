import Foundation
import HjelpAnswers
import HjelpLocale
import HjelpLookup
import HjelpRelease
import Testing

@Suite("The lookup service")
struct LookupServiceTests {
  private let site: SampleSite
  private let service: LookupService

  init() throws {
    site = try SampleSite()
    service = try LookupService.load(site: site.path)
  }

  @Test("answers with the fields of the design, in their order")
  func writesJSON() throws {
    let answer = service.answer(text: "Ingen nylig synkronisering", locale: LocaleTag("nb-NO"))
    let first = try #require(answer.answer.answers.first)
    let confidence = String(first.confidence.formatted(.number.precision(.fractionLength(0...4))))
    let expected = """
      {"status":"match","query":{"normalized":"\(answer.answer.normalized)","codes":[]},\
      "answers":[{"id":"katalog/synk","url":"/nb-NO/katalog/synk.html",\
      "title":"Kataloger som ikke synkroniseres","locale":"nb-NO","confidence":\(confidence),\
      "fallback":false,"matched":{"text":"ingen nylig synkronisering","kind":"quoted",\
      "language":"nb-NO","unit":"103","anchor":"u103"}}],\
      "locale":{"requested":"nb-NO","served":"nb-NO"},"index":{"version":"\(answer.indexVersion)"}}
      """
    #expect(String(decoding: answer.json, as: UTF8.self) == expected)
    #expect(answer.indexVersion.count == 16)
  }

  @Test("says none to what is not there")
  func saysNone() throws {
    let answer = service.answer(text: "zebra quantum flute", locale: LocaleTag("nb-NO"))
    let json = String(decoding: answer.json, as: UTF8.self)
    #expect(json.hasPrefix(#"{"status":"none","query":"#))
    #expect(json.contains(#""answers":[],"locale""#))
  }

  @Test("gives absolute URLs where the site has a base URL", arguments: ["", "/"])
  func isAbsolute(_ end: String) throws {
    let site = try SampleSite(baseURL: "https://help.example.com/docs" + end)
    let service = try LookupService.load(site: site.path)
    let answer = service.answer(text: "no recent synchronization", locale: LocaleTag("en-US"))
    #expect(
      answer.answer.answers.first.map(answer.url(of:))
        == "https://help.example.com/docs/en-US/katalog/synk.html")
  }

  @Test(
    "chooses the locale: the parameter, then the header, then the source",
    arguments: [
      ("nb-NO", nil, "nb-NO"), ("nb", nil, "nb-NO"), ("no", nil, "nb-NO"), ("nn-NO", nil, "nb-NO"),
      ("en-GB", nil, "en-US"), ("fr-FR", nil, "en-US"), (nil, nil, "en-US"),
      (nil, "nb, en;q=0.5", "nb-NO"), (nil, "en;q=0.5, nb", "nb-NO"), ("fr", "nb", "nb-NO"),
      ("en", "nb", "en-US"), (nil, "fr, *;q=0.1", "en-US"), ("de-DE", nil, "en-US"),
    ] as [(String?, String?, String)])
  func negotiates(_ locale: String?, _ header: String?, _ served: String) throws {
    let wanted = try locale.map { try #require(LocaleTag($0)) }
    let answer = service.answer(
      text: "no recent synchronization", locale: wanted, acceptLanguage: header)
    #expect(answer.served.description == served)
    #expect(service.choice(locale: wanted, acceptLanguage: header).served == answer.served)
    #expect(answer.answer.status == .match)
  }

  @Test(
    "says of each answer whether it is in another language",
    arguments: [
      ("no recent synchronization", "nb-NO", false), ("no recent synchronization", "no", false),
      ("no recent synchronization", "nn-NO", true), ("The printer is out of paper", "nb-NO", true),
      ("The printer is out of paper", "en-GB", false),
      ("The printer is out of paper", "fr-FR", true), ("The printer is out of paper", nil, false),
    ] as [(String, String?, Bool)])
  func saysFallback(_ text: String, _ locale: String?, _ isFallback: Bool) throws {
    let answer = service.answer(text: text, locale: try locale.map { try #require(LocaleTag($0)) })
    let first = try #require(answer.answer.answers.first)
    #expect(answer.isFallback(first) == isFallback)
  }

  @Test("explains an answer when it is asked to")
  func explains() throws {
    let answer = service.answer(
      text: "no recent synchronization", locale: LocaleTag("nb-NO"), explain: true)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(answer.json)) as? [String: Any])
    let first = try #require((json["answers"] as? [[String: Any]])?.first)
    let explanation = try #require(first["explanation"] as? [String: Any])
    #expect(explanation["score"] is Double)
    #expect((explanation["features"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test("reads the one index that answers")
  func loadsOne() throws {
    let nn = try #require(LocaleTag("nn-NO"))
    let service = try LookupService.load(site: site.path, for: nn)
    #expect(service.locales.map(\.description) == ["nb-NO"])
    let answer = service.answer(text: "AADSTS50011", locale: nn)
    #expect(answer.answer.answers.first?.id == "katalog/synk")
    #expect(
      answer.json == self.service.answer(text: "AADSTS50011", locale: nn).json,
      "one index answers as all of them do")
  }

  @Test("reads an index file with its text, and without it")
  func loadsFile() throws {
    let path = site.path + "/lookup/nb-NO.hjx"
    let whole = try LookupService.load(index: path).answer(text: "no recent synchronization")
    #expect(whole.answer.answers.first?.matched == "no recent synchronization")
    try FileManager.default.removeItem(atPath: site.path + "/lookup/nb-NO.hjs")
    let bare = try LookupService.load(index: path).answer(text: "no recent synchronization")
    #expect(bare.answer.answers.first?.matched == nil)
    #expect(!String(decoding: bare.json, as: UTF8.self).contains(#""text""#))
  }

  @Test("knows an article's title, page and locales")
  func knowsArticles() throws {
    let article = try #require(service.article(id: "katalog/synk", locale: LocaleTag("nb")))
    #expect(
      String(decoding: article.json, as: UTF8.self) == """
        {"id":"katalog/synk","url":"/nb-NO/katalog/synk.html",\
        "title":"Kataloger som ikke synkroniseres","locale":"nb-NO","fallback":false,\
        "locales":["nb-NO","en-US"]}
        """)
    let printer = try #require(service.article(id: "printer", locale: LocaleTag("nb-NO")))
    #expect(printer.isFallback)
    #expect(printer.locales.map(\.description) == ["en-US"])
    #expect(service.article(id: "none") == nil)
  }

  @Test("refuses what it cannot look up in, with file and reason")
  func refuses() throws {
    let index = site.path + "/lookup/nb-NO.hjx"
    check("index '/none.hjx' cannot be read: no such file") {
      try LookupService.load(index: "/none.hjx")
    }
    check("'\(site.path)/manifest.json.hjx' is refused: the .hjx file is not an index of Hjelp") {
      try FileManager.default.copyItem(
        atPath: site.path + "/manifest.json", toPath: site.path + "/manifest.json.hjx")
      return try LookupService.load(index: site.path + "/manifest.json.hjx")
    }
    check("site '\(site.path)/lookup' has no manifest.json") {
      try LookupService.load(site: site.path + "/lookup")
    }
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: index))
    check("/lookup/nb-NO.hjx' holds 3 bytes") { try LookupService.load(site: site.path) }
    check("'\(index)' is refused") { try LookupService.load(index: index) }
  }

  private func check(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ load: () throws -> LookupService
  ) {
    #expect(sourceLocation: sourceLocation) {
      try load()
    } throws: { error in
      let found = (error as? AnswersError)?.description ?? "\(error)"
      return found.contains(message) && !found.contains("\n")
    }
  }
}
