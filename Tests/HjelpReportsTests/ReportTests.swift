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
    let bytes = JSONReport.bytes(
      [diagnostic("同期 <span>\n", 7..<13)],
      summary: .init(articles: 1, units: 2, counts: [.warning: 1]))
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
    #expect(diagnostic.start == Position(offset: 20_000, line: 1, column: 10_001))
    #expect(diagnostic.sourceLine.utf8.count < 1_000)
    let lines = TextReport(usesColor: false).text(of: diagnostic).split(separator: "\n")
    #expect(lines[1] == "  …" + String(repeating: "å", count: 30) + "<x>")
    #expect(lines[2] == String(repeating: " ", count: 33) + "^~~")
  }
}
