import Foundation
import TestSupport
import Testing

@testable import HjelpMarkdown

/// The examples of the CommonMark specification 0.30, which libcmark 0.30.2 implements.
@Suite struct CommonMarkSpecificationTests {
  private struct Example: Decodable {
    let markdown: String
    let html: String
    let example: Int
  }

  @Test(
    "every example without raw HTML renders as the specification says",
    .enabled(if: SharedData.isThere, Comment(rawValue: SharedData.reason)))
  func examples() throws {
    let examples = try JSONDecoder().decode(
      [Example].self, from: Data(SharedData.bytes("commonmark/spec-0.30.json")))
    #expect(examples.count == 652)
    var compared = 0
    for example in examples {
      let document = Document(markdown: Array(example.markdown.utf8), dialect: .commonMark)
      let hasRawHTML = document.nodes.contains { $0.kind == .htmlBlock || $0.kind == .htmlInline }
      if hasRawHTML { continue }
      compared += 1
      var options = HTMLWriter.Options()
      options.urls = URLPolicy(extraSchemes: [
        "irc", "made-up-scheme", "a+b+c", "localhost", "foo+special", "foo+special", "myscheme",
      ])
      var writer = HTMLWriter(document, options: options)
      let html = normalized(String(decoding: writer.blocks(), as: UTF8.self))
      #expect(html == normalized(example.html), "example \(example.example)")
    }
    #expect(compared == 581)
  }

  /// Without what the page adds (`tabindex`, `loading`), the form of void tags, and the blanks
  /// between blocks.
  private func normalized(_ html: String) -> String {
    var html = html
    for (text, replacement) in [
      (" tabindex=\"0\"", ""), (" loading=\"lazy\"", ""), (" />", ">"), (" title=\"\"", ""),
    ] {
      html = html.replacingOccurrences(of: text, with: replacement)
    }
    let blocks = [
      "p", "ul", "ol", "li", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
    ]
    for tag in blocks {
      for form in ["<\(tag)>", "</\(tag)>"] {
        html = html.replacingOccurrences(of: "\n" + form, with: form)
        html = html.replacingOccurrences(of: form + "\n", with: form)
      }
    }
    return html.trimmingCharacters(in: .newlines)
  }
}
