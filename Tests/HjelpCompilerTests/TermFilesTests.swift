import HjelpChecks
import HjelpLocale
import TestSupport
import Testing

@testable import HjelpCompiler

/// Glossaries on disk.
@Suite struct TermFilesTests {
  private func read(_ text: String) throws -> [String: [GlossaryTerm]] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "g.csv")
    let terms = try GlossaryFile.read(folder.path("g.csv"))
    return Dictionary(
      terms.map { ($0.key.description, $0.value.terms) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("cells hold accepted and forbidden translations, quotes and commas")
  func cells() throws {
    let terms = try read(
      "term,nb-NO,ja-JP\r\nsync , synk|!samkjøring ,\r\n\n\"a, \"\"b\"\"\",\"c, d\",同期\n")
    #expect(
      terms["nb-NO"] == [
        GlossaryTerm(source: "sync", accepted: ["synk"], forbidden: ["samkjøring"]),
        GlossaryTerm(source: "a, \"b\"", accepted: ["c, d"]),
      ])
    #expect(terms["ja-JP"] == [GlossaryTerm(source: "a, \"b\"", accepted: ["同期"])])
  }

  @Test(
    "a damaged glossary is refused with its line",
    arguments: [
      ("term,nb-NO\na,b\nc,d,e\n", ":3: the line has 3 cells, the header 2"),
      ("term,nb-NO\n\n,b\n", ":3: the line has no term in its first cell"),
      ("term,Norwegian language\na,b\n", ":1: 'Norwegian language' is not a locale"),
      ("term,nb-NO\na,\"b\nc,d\n", ":2: a cell begins with '\"' and is never closed"),
      ("", ":1: the first line must name the columns"),
    ])
  func damaged(_ text: String, _ message: String) throws {
    let error = #expect(throws: CompilerError.self) { try read(text) }
    #expect(error?.description.contains("g.csv" + message) ?? false)
  }
}
