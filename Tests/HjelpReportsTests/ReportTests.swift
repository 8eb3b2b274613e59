import Foundation
import HjelpDiagnostics
import Testing

@testable import HjelpReports

/// The formats of findings.
@Suite struct ReportTests {
  private func diagnostic(_ text: String, _ range: Range<Int>) -> Diagnostic {
    let file = SourceFile(path: "ja-JP/a.md", bytes: Array(text.utf8))
    var lines = LineTable(file.bytes)
    return Diagnostic(
      Finding(
        rule: "unit.gap", severity: .warning, message: "number 104 is missing", unit: "e8e74-105",
        range: range, fix: Fix(isSafe: true, edits: [.init(range: range, text: "\"")])),
      in: file, lines: &lines, locale: "ja-JP")
  }

  private func report(_ diagnostics: [Diagnostic]) -> Report {
    Report(
      diagnostics: diagnostics,
      summary: .init(articles: 1, units: 2, counts: [.warning: diagnostics.count]),
      rules: [
        .init(
          id: "unit.gap", severity: .warning, summary: "A number is missing.", rationale: "It is.")
      ], version: "1.2.3", failing: .error)
  }

  /// A finding whose name and message hold what commands and tables are made of.
  private var awkward: Diagnostic {
    var found = diagnostic("同期 <span>\n", 7..<13)
    found.file = "ja-JP/a,b:c 100%;].md"
    found.message = "100% of 'a|b', 'c:d'\nand \"e\" ]]> <f> are missing"
    found.severity = .error
    return found
  }

  @Test("commands of a workflow escape what would end a value")
  func github() {
    #expect(
      String(decoding: GitHubReport.bytes(report([awkward])), as: UTF8.self)
        == "::error title=Hjelp (unit.gap),file=ja-JP/a%2Cb%3Ac 100%25;].md,line=1,col=4,"
        + "endLine=1,endColumn=10::100%25 of 'a|b', 'c:d'\\u{A}and \"e\" ]]> <f> are missing "
        + "[unit.gap]\n")
    #expect(
      String(decoding: AzureReport.bytes(report([awkward])), as: UTF8.self)
        == "##vso[task.logissue type=error;sourcepath=ja-JP/a,b:c 100%AZP25%3B%5D.md;linenumber=1;"
        + "columnnumber=4;code=unit.gap;]100%AZP25 of 'a|b', 'c:d'\\u{A}and \"e\" ]]> <f> are missing "
        + "[unit.gap]\n")
  }

  @Test("reviewdog's columns count bytes")
  func rdjson() {
    let text = String(decoding: RDJSONReport.bytes(report([awkward])), as: UTF8.self)
    #expect(text.contains("\"start\":{\"line\":1,\"column\":8}"))
    #expect(text.contains("\"suggestions\""))
  }

  @Test("a test case fails only where the run does")
  func junit() {
    var warning = awkward
    warning.severity = .warning
    let text = String(decoding: JUnitReport.bytes(report([awkward, warning])), as: UTF8.self)
    #expect(text.contains("tests=\"2\" failures=\"1\" errors=\"0\""))
    #expect(text.contains("]]&gt; &lt;f&gt;"))
    #expect(text.components(separatedBy: "<failure").count == 2)
  }

  @Test("two findings alike have fingerprints of their own, which lines do not change")
  func fingerprints() {
    var lower = awkward
    lower.start = Position(offset: 90, line: 9, column: 1, byteColumn: 1)
    let both = report([awkward, lower]).fingerprints
    #expect(both[0] != both[1])
    #expect(report([lower]).fingerprints == [both[0]])
  }

  @Test("of more results than code scanning takes, the worst are kept and the rest is counted")
  func sarifLimit() throws {
    var mild = awkward
    mild.severity = .info
    let many = [Diagnostic](repeating: mild, count: 25_000) + [awkward, awkward]
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(SARIFReport(report(many)).bytes()))
        as? [String: Any])
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 25_000)
    #expect(results.suffix(2).allSatisfy { $0["level"] as? String == "error" })
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notice = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect((notice["message"] as? [String: String])?["text"]?.hasPrefix("2 findings") ?? false)
  }

  @Test(
    "a difference is a patch",
    arguments: [
      ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
      (
        "a", "b",
        "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
      ),
      ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"),
    ])
  func difference(_ old: String, _ new: String, _ hunk: String) {
    let text = UnifiedDiff.text(old: Array(old.utf8), new: Array(new.utf8), name: "x.md")
    #expect(String(decoding: text, as: UTF8.self) == "--- a/x.md\n+++ b/x.md\n" + hunk)
    let spaced = UnifiedDiff.text(old: Array(old.utf8), new: Array(new.utf8), name: "x y.md")
    #expect(String(decoding: spaced, as: UTF8.self) == "--- a/x y.md\t\n+++ b/x y.md\t\n" + hunk)
    #expect(UnifiedDiff.text(old: Array(old.utf8), new: Array(old.utf8), name: "x.md").isEmpty)
  }

  @Test("the caret stands under wide characters")
  func caret() {
    let text = TextReport(usesColor: false).text(of: diagnostic("同期 <span>\n", 7..<13))
    #expect(
      text == """
        ja-JP/a.md:1:4: warning: number 104 is missing [unit.gap]
          同期 <span>
               ^~~~~~

        """)
  }

  @Test("control characters in names cannot forge lines")
  func control() {
    #expect(ControlCharacters.escaped("a\n\u{1B}[31m") == "a\\u{A}\\u{1B}[31m")
  }

  @Test("JSON holds offsets in bytes, and columns in Unicode scalars")
  func json() throws {
    let bytes = JSONReport.bytes(report([diagnostic("同期 <span>\n", 7..<13)]))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let found = try #require((json["diagnostics"] as? [[String: Any]])?.first)
    let range = try #require(found["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["offset": 7, "line": 1, "column": 4])
    #expect(range["end"] == ["offset": 13, "line": 1, "column": 10])
    #expect(found["rule"] as? String == "unit.gap")
    #expect((found["fix"] as? [String: Any])?["safe"] as? Bool == true)
    #expect((json["summary"] as? [String: Int])?["warnings"] == 1)
    #expect(found["notes"] == nil)
  }

  @Test("of a long line a part is kept, and its caret and column are right")
  func longLine() {
    let text = String(repeating: "å", count: 10_000) + "<x>\n"
    let diagnostic = diagnostic(text, 20_000..<20_003)
    #expect(
      diagnostic.start == Position(offset: 20_000, line: 1, column: 10_001, byteColumn: 20_001))
    #expect(diagnostic.sourceLine.utf8.count < 1_000)
    let lines = TextReport(usesColor: false).text(of: diagnostic).split(separator: "\n")
    #expect(lines[1] == "  …" + String(repeating: "å", count: 30) + "<x>")
    #expect(lines[2] == String(repeating: " ", count: 33) + "^~~")
  }
}
