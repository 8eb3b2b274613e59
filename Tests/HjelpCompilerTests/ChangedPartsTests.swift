import HjelpArticle
import HjelpDiagnostics
import Testing

@testable import HjelpCompiler

/// What of an article a change touches.
@Suite struct ChangedPartsTests {
  private static let head = "---\ntitle: x\n---\n"

  private func unit(_ number: Int, _ target: String) -> String {
    "<span data-ttu-id=\"e8e74-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"e8e74-\(number)\">Source \(number).</span></span>"
  }

  private func article(_ text: String) -> Article {
    Article(
      SourceFile(path: "nb-NO/a.md", bytes: Array(text.utf8)), id: ArticleID("a"),
      expectedLocale: nil,
      yaml: { _, start in .problem(.init(message: "no YAML", range: start..<start)) })
  }

  /// The units of a new version that a change touches, and the lines outside of units.
  private func touched(_ old: String, _ new: String) -> (units: [String], lines: [Int]) {
    let article = article(new)
    let parts = ChangedParts(of: article, since: self.article(old))
    var lines = LineTable(article.file.bytes)
    func cover(_ finding: Finding) -> Bool {
      parts.cover(Diagnostic(finding, in: article.file, lines: &lines, locale: nil))
    }
    let units = article.units.filter {
      cover(
        Finding(
          rule: "number.missing", severity: .error, message: "", unit: $0.name, range: $0.target))
    }
    var touched: [Int] = []
    var start = 0
    for (number, line) in new.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if start > 0,
        cover(
          Finding(rule: "markdown.unsupported", severity: .error, message: "", range: start..<start)
        )
      {
        touched.append(number + 1)
      }
      start += line.count + 1
    }
    return (units.map(\.name), touched)
  }

  @Test("a unit on a line with others is touched alone")
  func sameLine() {
    let old =
      Self.head + unit(101, "En.") + " " + unit(102, "To.") + "\n\n" + unit(103, "Tre.") + "\n"
    let new = old.replacing("To.", with: "2.")
    let found = touched(old, new)
    #expect(found.units == ["e8e74-102"])
    #expect(found.lines == [])
  }

  @Test("the unit behind a removed one is touched, and those that only moved are not")
  func removed() {
    let old =
      Self.head + unit(101, "En.") + "\n\n" + unit(102, "To.") + "\n\n" + unit(103, "Tre.") + "\n"
    #expect(touched(old, old.replacing(unit(102, "To.") + "\n\n", with: "")).units == ["e8e74-103"])
    let moved = old.replacing(Self.head, with: Self.head + "\n\n\n")
    #expect(touched(old, moved).units == [])
  }

  @Test("text outside units is touched line by line")
  func lines() {
    let old = Self.head + "Alfa\n\nBeta\n\n" + unit(101, "En.") + "\n"
    let found = touched(old, old.replacing("Beta", with: "Gamma"))
    #expect(found.lines == [6])
    #expect(found.units == [])
  }
}
