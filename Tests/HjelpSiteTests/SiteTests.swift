import HjelpLocale
import Testing

@testable import HjelpSite

/// Paths and dates on pages.
@Suite struct SiteTests {
  @Test(
    "links inside a site are relative",
    arguments: [
      ("nb-NO/a.html", "nb-NO/b.html", "b.html"),
      ("nb-NO/x/a.html", "en-US/x/a.html", "../../en-US/x/a.html"),
      ("index.html", "nb-NO/index.html", "nb-NO/index.html"),
      ("nb-NO/x/a.html", "nb-NO/x/y/b.html", "y/b.html"),
      ("nb-NO/a.html", "nb-NO/what:now.html", "what%3Anow.html"),
      ("nb-NO/a.html", "nb-NO/å b.html", "%C3%A5%20b.html"),
    ])
  func relative(_ page: String, _ target: String, _ expected: String) {
    #expect(SitePath.relative(from: page, to: target) == expected)
  }

  @Test(
    "paths are resolved, and cannot leave the root",
    arguments: [
      ("b.md", "x/y", "x/y/b.md"), ("../b.md", "x/y", "x/b.md"), ("./../../b.md", "x/y", "b.md"),
      ("../../../b.md", "x/y", nil),
    ] as [(String, String, String?)])
  func resolve(_ path: String, _ folder: String, _ expected: String?) {
    let resolved = SitePath.resolve(path.utf8, in: folder.utf8).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(resolved == expected)
  }

  @Test(
    "dates are Gregorian and in the reader's language",
    arguments: [
      ("09/14/2020", "nb-NO", "14. september 2020"), ("2020-09-14", "en-US", "September 14, 2020"),
      ("09/14/2020", "ja-JP", "2020年9月14日"), ("09/14/2020", "ar-SA", "14 سبتمبر 2020"),
      ("09/14/2020", "es-ES", "14 de septiembre de 2020"), ("09/14/2020", "vi-VN", "2020-09-14"),
    ])
  func dates(_ text: String, _ locale: String, _ expected: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.text(in: try #require(LocaleTag(locale))) == expected)
  }

  @Test("what is no date is none", arguments: ["", "14/09/2020", "2020", "13/13/2020", "a/b/c"])
  func noDates(_ text: String) { #expect(CalendarDate(text) == nil) }
}
