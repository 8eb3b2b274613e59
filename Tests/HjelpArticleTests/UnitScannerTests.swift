import HjelpDiagnostics
import Testing

@testable import HjelpArticle

/// Units and their damage, found in the bytes.
@Suite struct UnitScannerTests {
  private func article(_ body: String) -> Article {
    Article(
      SourceFile(path: "nb-NO/a.md", bytes: Array(body.utf8)), id: ArticleID("a"),
      expectedLocale: nil, yaml: { _, start in .problem(.init(message: "", range: start..<start)) })
  }

  private static func unit(_ id: String, _ target: String, _ source: String) -> String {
    "<span data-ttu-id=\"\(id)\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"\(id)\">\(source)</span></span>"
  }

  private static let first = unit("e8e74-103", "En.", "One.")
  private static let second = unit("e8e74-104", "To.", "Two.")

  @Test(
    "the halves of sound units are read as they are",
    arguments: [
      ("En.", "One."), ("En <span>to</span> tre", "One <span>two</span>"), ("a\nb", "c\nd"),
      ("- **x**", "- [y](z)"), ("> # å", "> # ø"), ("<span>a</span>", "<span>b</span>"),
    ])
  func halves(_ target: String, _ source: String) throws {
    let article = article(Self.unit("e8e74-p103", target, source))
    let unit = try #require(article.units.first)
    #expect(article.text(unit.target) == target)
    #expect(article.text(unit.source) == source)
    #expect(article.defects.isEmpty)
    #expect(unit.id?.isMerged == true)
    #expect(unit.id?.suffix == "p103")
  }

  /// Each damage, the kinds that must be reported, and how many units are still read.
  private static let damages: [(String, [UnitDefect.Kind], Int)] = [
    ("<span data-ttu-id=\"e8e74-103\">En.</span>\n\n" + second, [.missingSource], 2),
    ("<span data-ttu-id=\"e8e74-103\">En.</span> " + second, [.missingSource], 2),
    (
      "<span class=\"sxs-lookup\"><span data-stu-id=\"e8e74-103\">One.</span></span> " + second,
      [.missingTarget], 2
    ),
    (unit("e8e74-103", "", "One."), [.emptyTarget], 1),
    (unit("e8e74-103", "En.", " "), [.emptySource], 1),
    (
      first.replacing("data-stu-id=\"e8e74-103\"", with: "data-stu-id=\"e8e74-109\""),
      [.idMismatch("e8e74-109")], 1
    ),
    (first.replacing("103\">En", with: "103&quot;>En"), [.quotes], 1),
    (first.replacing("\"", with: "&quot;"), [.quotes], 1),
    (first.replacing("<span data-ttu", with: "&lt;span data-ttu"), [.escapedTag], 1),
    (first.replacing("data-ttu-id", with: "data-tu-id"), [.misspelt], 1),
    (first.replacing("data-stu-id", with: "data-stu-di"), [.misspelt], 1),
    (first.replacing("sxs-lookup", with: "sxs-lokup"), [.misspelt], 1),
    (first.replacing(" class=\"sxs-lookup\"", with: ""), [.lostClass], 1),
    (first.replacing("<span class=\"sxs-lookup\">", with: ""), [.lostClass], 1),
    (first + "</span> " + second, [.strayClosing], 2),
    ("<span class=\">x</span> " + first, [], 1),
    ("<span data-ttu-id=\">x</span> " + first, [.missingSource], 2),
    (unit("e8e74-103", "En</span> to.", "One</span> two."), [.strayClosing], 1),
    (first.replacing("</span><span class", with: "</span> <span class"), [.separated], 1),
    (first.replacing(".</span><span class", with: ".<span class") + " " + second, [.unclosed], 2),
    (first.replacing("One.</span></span>", with: "One.</span>") + "\n\n" + second, [.unclosed], 2),
    (String(first.prefix(33)), [.cut], 1),
    (String(first.dropLast(14)), [.cut], 1),
    (
      "<span data-ttu-id=\"e8e74-103\">En " + second
        + " til.</span><span class=\"sxs-lookup\"><span data-stu-id=\"e8e74-103\">One.</span></span>",
      [.nested], 3
    ),
    (unit("e8e7-103", "En.", "One."), [.badIdentifier], 1),
    (unit("E8E74-103", "En.", "One."), [.badIdentifier], 1),
  ]

  @Test("each damage is named once, and costs no other unit", arguments: damages.indices)
  func damage(_ index: Int) {
    let (body, kinds, count) = Self.damages[index]
    let article = article(body)
    #expect(article.defects.map(\.kind) == kinds, "\(body)")
    #expect(article.units.count == count, "\(body)")
    if body.contains("e8e74-104") {
      #expect(
        article.units.contains { $0.name == "e8e74-104" && article.text($0.source) == "Two." })
    }
  }

  @Test("tags in fenced code and behind a backtick are examples")
  func examples() {
    let article = article(
      "```html\n\(Self.first)\n```\n\n`<span data-ttu-id=\"x\">` " + Self.second)
    #expect(article.units.map(\.name) == ["e8e74-104"])
    #expect(article.defects.isEmpty)
  }

  @Test("a fence that is never closed hides no unit")
  func openFence() {
    #expect(article("```\n\n" + Self.first).units.count == 1)
  }

  @Test("the pieces of a body, joined, are its bytes", arguments: damages.indices)
  func lossless(_ index: Int) {
    let article = article("---\ntitle: a\n---\n" + Self.damages[index].0 + "\nlast\n")
    var joined = Array(article.file.bytes[..<article.body.lowerBound])
    for piece in article.pieces {
      switch piece {
      case .text(let range): joined += article.file.bytes[range]
      case .unit(let index): joined += article.file.bytes[article.units[index].range]
      }
    }
    #expect(joined == article.file.bytes)
  }

  @Test("an edition knows where its bytes come from")
  func map() throws {
    let article = article("# <a name=\"one\"></a>" + Self.first + "\n\nplain " + Self.second)
    for side in [Side.target, .source] {
      let edition = article.edition(of: side)
      for offset in edition.markdown.indices {
        #expect(article.file.bytes[edition.fileOffset(of: offset)] == edition.markdown[offset])
      }
    }
    #expect(
      String(decoding: article.edition(of: .source).markdown, as: UTF8.self)
        == "# One.\n\nplain Two.")
    #expect(
      String(decoding: article.edition(of: .target).markdown, as: UTF8.self)
        == "# <a name=\"one\"></a>En.\n\nplain To.")
  }

  @Test(
    "20,000 unclosed tags take time by their number, not by its square", .timeLimit(.minutes(1)))
  func manyUnclosed() {
    let body = String(repeating: "<span data-ttu-id=\"e8e74-103\">", count: 20_000)
    #expect(article(body).units.count == 20_000)
    let sources = String(
      repeating: "<span class=\"sxs-lookup\"><span data-stu-id=\"e8e74-103\">", count: 20_000)
    #expect(article(sources).units.count == 20_000)
  }
}
