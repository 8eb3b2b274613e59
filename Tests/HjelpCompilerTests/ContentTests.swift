import Foundation
import HjelpAnswers
import HjelpArticle
import HjelpDiagnostics
import HjelpLocale
import HjelpLookup
import TestSupport
import Testing

@testable import HjelpChecks
@testable import HjelpCompiler

/// Hjelp's own help, which is written in its own format.
@Suite struct ContentTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Content").path

  private func content() async throws -> Content {
    try await Content.read(try Workspace(paths: [Self.root], configurationFile: nil), jobs: 2)
  }

  @Test("it is clean")
  func clean() async throws {
    let report = try await content().check(RuleSet(), only: [], jobs: 2)
    #expect(report.diagnostics.map { "\($0.file):\($0.start.line) \($0.message)" } == [])
  }

  @Test("every rule has its page, equal to what 'hjelp explain' prints")
  func rulePages() async throws {
    let pages = try await content().files.filter { $0.input.name.contains("/en-US/rules/") }
    #expect(pages.count == RuleSet.all.count)
    for rule in RuleSet.all {
      let page = try #require(pages.first { $0.article.id.description == "rules/\(rule.id)" })
      let body = String(
        decoding: page.article.file.bytes[page.article.body.lowerBound...], as: UTF8.self)
      #expect(body == RulePage.markdown(rule), "run Tests/Scripts/content.py")
      #expect(page.article.frontMatter?.texts("errors") == rule.messages.map(\.text))
    }
  }

  @Test("every article is in Norwegian, and its translation is of this very source")
  func norwegian() async throws {
    let files = try await content().files
    let sources = files.filter { $0.input.locale == .americanEnglish }
    #expect(sources.count > 40)
    for source in sources {
      let translations = files.filter {
        $0.article.id == source.article.id && $0.input.locale != .americanEnglish
      }
      #expect(
        translations.contains { $0.input.locale?.description == "nb-NO" }, "\(source.input.name)")
      for translation in translations {
        let hash = translation.article.frontMatter?.text("ms.openlocfilehash")
        #expect(
          hash == BilingualArticle.hash(of: source.article.file.bytes), "\(translation.input.name)")
        var body = source.article.file.bytes[source.article.body.lowerBound...]
        while body.first == 0x0A { body.removeFirst() }
        #expect(translation.article.split(.source).elementsEqual(body), "\(translation.input.name)")
      }
    }
  }

  @Test("three or more articles are in Japanese and in Arabic", arguments: ["ja-JP", "ar-SA"])
  func others(_ locale: String) async throws {
    let count = try await content().files.count { $0.input.locale?.description == locale }
    #expect(count >= 3)
  }

  @Test("the text of every diagnostic finds its rule's page, and the seed's string its article")
  func lookup() async throws {
    let folder = try TemporaryFolder()
    let options = BuildOptions(
      output: folder.path("site"), baseURL: nil, locales: [], jobs: 2, rules: RuleSet())
    _ = try await SiteBuild(content(), options: options).run()
    let service = try LookupService.load(site: folder.path("site"))
    for locale in ["nb-NO", "en-US"] {
      func best(_ text: String) -> String? {
        let answer = service.answer(
          text: text, locale: LocaleTag(locale), acceptLanguage: nil, limit: 5, explain: false)
        return answer.answer.status == .match || answer.answer.status == .ambiguous
          ? answer.answer.answers.first?.id : nil
      }
      for rule in RuleSet.all {
        for message in rule.messages {
          let filled = message.filled("e8e74-105", "e8e74-106", "e8e74-107")
          #expect(best(filled) == "rules/\(rule.id)", "\(locale): \(filled)")
        }
      }
      #expect(best("no recent synchronization") == "directory-not-synchronizing")
      #expect(best("Last synced more than 12 days ago") == "directory-not-synchronizing")
      #expect(best("segmentation fault, core dumped") == nil)
    }
    let answer = service.answer(
      text: "no recent synchronization", locale: LocaleTag("nb-NO"), acceptLanguage: nil, limit: 5,
      explain: false)
    let match = try #require(answer.answer.answers.first)
    #expect(answer.answer.status == .match)
    #expect(match.url == "/nb-NO/directory-not-synchronizing.html")
    #expect(match.anchor?.hasPrefix("u") == true)
    #expect(match.matched?.contains("no recent synchronization") == true)
    let page = try folder.text("site/nb-NO/directory-not-synchronizing.html")
    #expect(page.contains("id=\"\(match.anchor ?? "-")\""))
  }
}
