import HjelpDiagnostics
import Testing

@testable import HjelpArticle

/// Front matter that is read from the bytes, and what is left to a YAML reader.
@Suite struct FrontMatterTests {
  private func fields(_ text: String) -> [FrontMatter.Field]? {
    let bytes = Array(text.utf8)
    return FrontMatterReader.plainFields(bytes, in: 0..<bytes.count)
  }

  @Test(
    "plain lines are read",
    arguments: [
      ("title: A b", "title", FrontMatter.Value.scalar("A b")),
      ("title: \"A: b\"", "title", .scalar("A: b")),
      ("title: 'A # b'", "title", .scalar("A # b")),
      ("ms:assetid: x", "ms:assetid", .scalar("x")),
      ("an odd key: x", "an odd key", .scalar("x")),
      ("list:\n- a\n- \"b\"", "list", .list(["a", "b"])),
      ("list:\n  - a", "list", .list(["a"])),
      ("empty:", "empty", .empty),
      ("# note\nkey: v\r\n", "key", .scalar("v")),
    ])
  func plain(_ text: String, _ key: String, _ value: FrontMatter.Value) throws {
    let found = try #require(fields(text))
    #expect(found.map(\.key) == [key])
    #expect(found.map(\.value) == [value])
  }

  @Test(
    "what means more than it says is left to the YAML reader",
    arguments: [
      "a: [x, y]", "a: {b: c}", "a: |\n  text", "a: >-\n  text", "a: &x y", "a: *x", "a: !t y",
      "a: b: c", "a: b # note", "a: 'it''s'", "a: \"x\\n\"", "a: b\n  more", "a:\n  b: c", "- x",
      "? a", "\"a\": b", "a: @b", "a:\n- b: c", "nonsense",
    ])
  func other(_ text: String) { #expect(fields(text) == nil) }

  @Test(
    "the marks are found with CRLF, a byte order mark, and at the end of the file",
    arguments: [
      "---\ntitle: a\n---\n", "---\r\ntitle: a\r\n---\r\nx", "\u{FEFF}---\ntitle: a\n---",
      "---  \ntitle: a\n--- \n",
    ])
  func marks(_ text: String) {
    let article = Article(
      SourceFile(path: "a.md", bytes: Array(text.utf8)), id: ArticleID("a"), expectedLocale: nil,
      yaml: { _, start in .problem(.init(message: "", range: start..<start)) })
    #expect(article.title == "a")
  }
}
