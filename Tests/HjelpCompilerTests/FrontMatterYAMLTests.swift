import HjelpDiagnostics
import TestSupport
import Testing

@testable import HjelpArticle
@testable import HjelpCompiler

/// The two ways to read front matter.
@Suite struct FrontMatterYAMLTests {
  private func read(_ yaml: String) -> YAMLResult { FrontMatterYAML.reader(Array(yaml.utf8), 0) }

  @Test(
    "aliases, anchors and tags are refused",
    arguments: [
      "a: &x [1]\nb: *x", "a: !!binary x", "a: [*x]", "- &a b", "a:\n  - !t x",
    ])
  func refused(_ yaml: String) {
    guard case .problem(let problem) = read(yaml) else {
      Issue.record("\(yaml) was read")
      return
    }
    #expect(problem.message == "aliases, anchors and tags are not allowed")
  }

  @Test(
    "what is not YAML is a problem with its line",
    arguments: [("a: b\nc: [d\n", 2), ("a: 'b\n", 1)])
  func invalid(_ yaml: String, _ line: Int) {
    guard case .problem(let problem) = read(yaml) else {
      Issue.record("\(yaml) was read")
      return
    }
    #expect(!problem.message.isEmpty)
  }

  @Test("quoted, folded and flow values are read")
  func values() {
    guard case .fields(let fields) = read("a: 'it''s'\nb: >-\n  x\n  y\nc: [p, \"q\"]\nd: {e: f}\n")
    else {
      Issue.record("not read")
      return
    }
    #expect(fields.map(\.value) == [.scalar("it's"), .scalar("x y"), .list(["p", "q"]), .other])
  }

  @Test(
    "both ways agree on every real article",
    .enabled(if: SharedData.isThere, Comment(rawValue: SharedData.reason)),
    arguments: ["corpus/alchemy/nb-NO", "corpus/alchemy/ja-JP", "corpus/office-dev/es-ES"])
  func agreement(_ root: String) throws {
    var compared = 0
    for path in SharedData.articles(below: root) {
      let article = try SharedData.article(path, below: root)
      guard let frontMatter = article.frontMatter, frontMatter.problem == nil else { continue }
      let bytes = article.file.bytes
      let start = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
      var end = frontMatter.range.upperBound - 1
      while end > start, bytes[end - 1] != 0x0A { end -= 1 }
      guard case .fields(let fields) = FrontMatterYAML.reader(Array(bytes[start..<end]), start)
      else {
        Issue.record("\(path) is not read by Yams")
        continue
      }
      compared += 1
      #expect(fields.map(\.key) == frontMatter.fields.map(\.key), "\(path)")
      #expect(fields.map(\.value) == frontMatter.fields.map(\.value), "\(path)")
    }
    #expect(compared > 880)
  }
}
