import HjelpAnswers
import HjelpLocale
import HjelpLookup
import Testing

@Suite("What goes out to other databases")
struct ExportTests {
  @Test(
    "a field of COPY is one line, whatever is in it",
    arguments: [
      ("plain", "plain"), ("", ""), (nil, #"\N"#), (#"\N"#, #"\\N"#), (#"\."#, #"\\."#),
      ("a\tb\nc\rd", #"a\tb\nc\rd"#), (#"C:\new"#, #"C:\\new"#), ("æ「」\"'", "æ「」\"'"),
      ("a\u{0}b", "a\u{FFFD}b"),
    ] as [(String?, String)])
  func escapes(_ field: String?, _ expected: String) {
    var text = CopyText()
    text.row("x", field, "y")
    text.row(field)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "x\t\(expected)\ty\n\(expected)\n")
  }

  @Test(
    "a code has the spellings that the lookup reads as the same code",
    arguments: [
      ("0x80070005", "0x80070005", ["0x80070005", "80070005", "2147942405", "-2147024891"]),
      ("0xc004f074", "0xc004f074", ["0xc004f074", "c004f074", "3221549172", "-1073418124"]),
      ("0x5", "0x00000005", ["0x5"]), ("5.7.750", "5.7.750", ["5.7.750"]),
      ("aadsts50011", "AADSTS50011", ["aadsts50011"]),
    ])
  func spellings(_ code: String, _ query: String, _ forms: [String]) {
    let spellings = CodeSpellings(code)
    #expect(spellings.query == query)
    #expect(spellings.forms == forms)
  }

  @Test("the tables hold articles, texts, codes and the lookup's own answers")
  func tables() throws {
    let site = try SampleSite(baseURL: "https://help.example.com/")
    let service = try LookupService.load(site: site.path)
    var export = PostgreSQLExport(service)
    for content in try service.exportContents() {
      export.append(
        content,
        phraseAnswers: content.phrases.map {
          service.exportAnswer(to: $0.text, in: content.locale)
        },
        codeAnswers: content.codes.map { service.exportAnswer(to: $0.query, in: content.locale) })
    }
    let files = Dictionary(uniqueKeysWithValues: export.files.map { ($0.name, $0.bytes) })
    func lines(_ name: String) throws -> [Substring] {
      String(decoding: try #require(files[name]), as: UTF8.self).split(separator: "\n")
    }
    #expect(
      try lines("articles.tsv").first
        == "nb-NO\tkatalog/synk\thttps://help.example.com/nb-NO/katalog/synk.html\tKataloger som ikke synkroniseres\tnb-NO\tf"
    )
    #expect(
      try lines("passages.tsv").contains(
        "nb-NO\tkatalog/synk\tquoted\ten-US\t103\tu103\tno recent synchronization"))
    #expect(
      try lines("phrases.tsv").contains {
        $0.hasPrefix("nb-NO\tquoted\tnb-NO\tingen nylig synkronisering\tkatalog/synk\tmatch\t")
      })
    #expect(
      try lines("codes.tsv").map { $0.split(separator: "\t").prefix(5).joined(separator: " ") }
        == ["nb-NO aadsts50011 aadsts50011 katalog/synk match"])
    #expect(try lines("locales.tsv").prefix(2) == ["\ten-US", "en\ten-US"])
    #expect(try lines("locales.tsv").contains("nn\tnb-NO"))
  }

  @Test("a document for OpenSearch is two lines, with the codes of its passages")
  func documents() throws {
    let site = try SampleSite()
    let service = try LookupService.load(site: site.path)
    var export = OpenSearchExport(service)
    for content in try service.exportContents() { export.append(content) }
    #expect(export.documentCount == 4)
    let bulk = try #require(export.files.first { $0.name == "bulk-001.ndjson" })
    let lines = String(decoding: bulk.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[0] == #"{"index":{"_id":"nb-NO/katalog/synk"}}"#)
    #expect(
      lines[1].hasPrefix(
        #"{"locale":"nb-NO","id":"katalog/synk","url":"/nb-NO/katalog/synk.html","title":"Kataloger som ikke synkroniseres","pageLocale":"nb-NO","fallback":false,"codes":["aadsts50011"],"passages":["#
      ))
  }
}
