import HjelpArticle
import TestSupport
import Testing

@testable import HjelpMarkdown

/// Text nodes know their places in the Markdown: marks depend on it.
@Suite struct AlignmentTests {
  private func places(_ markdown: String) -> String {
    let document = Document(markdown: Array(markdown.utf8))
    var result = ""
    var node = 0
    while node >= 0 {
      defer { node = document.following(node, within: 0) }
      guard [.text, .code].contains(document.nodes[node].kind),
        let first = document.nodes[node].literal.first
      else { continue }
      let word = String(decoding: document.bytes(document.nodes[node].literal), as: UTF8.self)
      result += "\(document.offset(ofTextByte: first)):\(word)|"
    }
    return result
  }

  @Test(
    "the first byte of each text is found",
    arguments: [
      ("one **two** three", "0:one |6:two|11: three|"),
      ("a \\* b &amp; c", "0:a * b & c|"),
      ("[text](a\\)b \"t)\") after", "1:text|17: after|"),
      ("x `co``de` y", "0:x |3:co``de|10: y|"),
      ("> one\n> *two*", "2:one|9:two|"),
      ("# Title *x*", "2:Title |9:x|"),
      ("| a | **b** |\n|---|---|\n| c | \\| d |", "2:a|8:b|26:c|30:| d|"),
    ])
  func offsets(_ markdown: String, _ expected: String) {
    #expect(places(markdown) == expected)
  }

  @Test(
    "over the corpus, every byte of text stands at its place",
    .enabled(if: SharedData.isThere, Comment(rawValue: SharedData.reason)),
    arguments: ["corpus/alchemy/nb-NO", "corpus/alchemy/ja-JP", "corpus/office-dev/es-ES"])
  func corpus(_ root: String) throws {
    var bytes = 0
    var wrong = 0
    var examples: [String] = []
    for path in SharedData.articles(below: root) {
      let article = try SharedData.article(path, below: root)
      for side in [Side.target, .source] {
        let document = Document(markdown: article.edition(of: side).markdown)
        for node in document.nodes where node.kind == .text && node.parent >= 0 {
          for index in node.literal {
            bytes += 1
            let offset = document.offset(ofTextByte: index)
            guard offset >= 0 else { continue }
            let found = offset < document.markdown.count ? document.markdown[offset] : 0
            if found != document.text[index], found != UInt8(ascii: "&"),
              found != UInt8(ascii: "\\")
            {
              wrong += 1
              if examples.count < 10 {
                examples.append(
                  "\(path): " + String(decoding: document.bytes(node.literal), as: UTF8.self))
              }
              break
            }
          }
        }
      }
    }
    #expect(bytes > 1_000_000)
    #expect(wrong == 0, "\(examples)")
  }
}
