import HjelpDiagnostics
import TestSupport
import Testing

@testable import HjelpArticle

/// The oracles of FORMAT.md, over real articles.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.reason)))
struct CorpusTests {
  @Test(
    "units by locale are as many as were counted",
    arguments: [
      ("corpus/alchemy/nb-NO", 2910, 27_134), ("corpus/alchemy/ja-JP", 2920, 26_442),
      ("corpus/office-dev/es-ES", 899, 27_310),
    ])
  func units(_ root: String, _ articles: Int, _ units: Int) throws {
    let paths = SharedData.articles(below: root)
    #expect(paths.count == articles)
    var count = 0
    for path in paths {
      let article = try SharedData.article(path, below: root)
      count += article.units.count + article.frontMatterUnits.count
    }
    #expect(count == units)
  }

  @Test(
    "the target side is the published article, byte for byte",
    arguments: [
      ("nb-NO", 2_884), ("ja-JP", 2_884),
    ])
  func target(_ locale: String, _ expected: Int) throws {
    let root = "corpus/alchemy/\(locale)"
    var equal = 0
    for path in SharedData.articles(below: root) {
      let published = try? SharedData.bytes("\(root).published/\(path)")
      if try SharedData.article(path, below: root).split(.target) == published { equal += 1 }
    }
    #expect(equal == expected)
  }

  @Test("the source side is the English body, byte for byte, in 814 of 899")
  func source() throws {
    var equal = 0
    for path in SharedData.articles(below: "corpus/office-dev/es-ES") {
      let english = try SharedData.article(path, below: "corpus/office-dev/en-US")
      var body = english.file.bytes[english.body.lowerBound...]
      while body.first == 0x0A || body.first == 0x0D { body.removeFirst() }
      let split = try SharedData.article(path, below: "corpus/office-dev/es-ES").split(.source)
      if split.elementsEqual(body) { equal += 1 }
    }
    #expect(equal == 814)
  }
}
