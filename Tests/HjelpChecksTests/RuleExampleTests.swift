import HjelpArticle
import HjelpDiagnostics
import HjelpLocale
public import Testing

@testable public import HjelpChecks

/// The examples of the rules: their marks are the places of the findings.
@Suite struct RuleExampleTests {
  private func input(_ example: Example) -> (CheckInput, [Range<Int>]) {
    var bytes: [UInt8] = []
    var marks: [Range<Int>] = []
    var open = 0
    for scalar in example.text.unicodeScalars {
      if scalar == "⟦" {
        open = bytes.count
      } else if scalar == "⟧" {
        marks.append(open..<bytes.count)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    let article = Article(
      SourceFile(path: "\(example.locale)/\(example.path)", bytes: bytes),
      id: ArticleID(String(example.path.dropLast(3))), expectedLocale: LocaleTag(example.locale),
      yaml: { _, start in .problem(.init(message: "not plain", range: start..<start)) })
    let input = CheckInput(
      parsing: article, facts: example.facts, sourceLocale: .americanEnglish)
    return (input, marks)
  }

  private func findings(_ example: Example) -> (all: [Finding], marks: [Range<Int>]) {
    let (input, marks) = input(example)
    return (RuleSet().findings(in: input), marks)
  }

  @Test(
    "a rule speaks at the marks of its flagged examples, and no other rule does",
    arguments: RuleSet.all)
  func flagged(_ rule: Rule) {
    for example in rule.flagged {
      let (findings, marks) = findings(example)
      let own = findings.filter { $0.rule == rule.id }
      #expect(own.map(\.range) == marks, "\(rule.id): \(example.shownText)")
      let others = findings.filter { $0.rule != rule.id && $0.severity > .info }
      #expect(others.isEmpty, "\(rule.id): \(others.map { "\($0.rule) \($0.range)" })")
      #expect(!own.isEmpty)
    }
  }

  @Test("a rule is silent on its accepted examples", arguments: RuleSet.all)
  func accepted(_ rule: Rule) {
    #expect(!rule.accepted.isEmpty, "\(rule.id) has no accepted example")
    for example in rule.accepted {
      let (findings, _) = findings(example)
      #expect(
        findings.filter { $0.severity > .info }.isEmpty, "\(rule.id): \(findings.map(\.message))")
    }
  }

  @Test("every message of an example is one of the rule's templates", arguments: RuleSet.all)
  func messages(_ rule: Rule) {
    for example in rule.flagged {
      for finding in findings(example).all where finding.rule == rule.id {
        let fits = rule.messages.contains { template in
          let parts = template.text.split(separator: "{").map { part in
            part.contains("}") ? String(part.drop { $0 != "}" }.dropFirst()) : String(part)
          }
          return parts.allSatisfy { finding.message.contains($0) }
        }
        #expect(fits, "\(finding.message)")
      }
    }
  }

  @Test("the rules are in the order of their names, and no name stands twice")
  func order() {
    let names = RuleSet.all.map(\.id)
    #expect(names == Array(Set(names)).sorted())
  }

  @Test("a level changes the severity, and off silences a rule")
  func levels() throws {
    let example = Rule.unitGap.flagged[0]
    let (input, _) = input(example)
    let raised = RuleSet(levels: ["unit.gap": .severity(.error)]).findings(in: input)
    #expect(raised.map(\.severity) == [.error])
    #expect(RuleSet(levels: ["unit.gap": .off]).findings(in: input).isEmpty)
  }

  @Test(
    "a level holds where its locales and paths say so, and the last that holds wins",
    arguments: [
      (["nb-NO"], ["article.md"], Severity.error), (["ja-JP"], [], .warning),
      ([], ["archive/**"], .warning), ([], ["art*.md"], .error),
    ])
  func scopedLevels(_ locales: [String], _ paths: [String], _ severity: Severity) {
    let (input, _) = input(Rule.unitGap.flagged[0])
    let rules = RuleSet(settings: [
      RuleSetting(rule: "unit.gap", level: .severity(.warning)),
      RuleSetting(
        rule: "unit.gap", level: .severity(.error), locales: locales.compactMap { LocaleTag($0) },
        paths: paths),
    ])
    #expect(rules.findings(in: input).map(\.severity) == [severity])
  }

  @Test(
    "'ignore' takes a rule out for the file, or for one unit",
    arguments: [
      ("unit.gap", 0), ("e8e74-105 unit.gap", 0), ("105 unit.gap", 0), ("103 unit.gap", 1),
    ])
  func ignore(_ entry: String, _ count: Int) {
    let text = Rule.unitGap.flagged[0].text
      .replacing("ms.contentlocale", with: "ignore: \(entry)\nms.contentlocale")
    #expect(findings(Example(text)).all.count == count)
  }

  @Test("each fix removes its finding, and a second one has nothing to do", arguments: RuleSet.all)
  func fixes(_ rule: Rule) {
    for example in rule.flagged {
      let (input, _) = input(example)
      var bytes = input.article.file.bytes
      let fixes = RuleSet().findings(in: input).filter { $0.rule == rule.id }.compactMap(\.fix)
      guard !fixes.isEmpty else { continue }
      let edits = fixes.flatMap(\.edits).sorted { $0.range.lowerBound > $1.range.lowerBound }
      for edit in edits { bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8)) }
      let fixed = Example(
        String(decoding: bytes, as: UTF8.self), locale: example.locale, path: example.path)
      #expect(findings(fixed).all.filter { $0.rule == rule.id }.isEmpty, "\(rule.id)")
    }
  }
}

extension Rule: CustomTestStringConvertible {
  /// Its name: a failed example shows which rule it belongs to.
  public var testDescription: String { id.description }
}
