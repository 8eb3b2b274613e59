import HjelpDiagnostics
import Testing

@testable import HjelpChecks

/// What is known of findings.
@Suite struct BaselineTests {
  private func key(_ unit: String, _ evidence: String = "500") -> FindingKey {
    FindingKey(file: "nb-NO/a.md", unit: unit, rule: "number.missing", evidence: evidence)
  }

  @Test("known findings are not new, the surplus is, and what is gone is stale")
  func comparison() {
    let baseline = Baseline([key("e8e74-103"), key("e8e74-103"), key("e8e74-104")])
    let found = baseline.compared(with: [
      key("e8e74-103"), key("e8e74-103"), key("e8e74-103"), key("e8e74-105"),
    ])
    #expect(found.new == [2, 3])
    #expect(found.stale.entries.map(\.key) == [key("e8e74-104")])
    #expect(baseline.subtracting(found.stale).total == 2)
  }

  @Test("names in two Unicode forms are two files")
  func forms() {
    let composed = FindingKey(file: "\u{E9}.md", unit: "", rule: "file.name", evidence: "")
    let decomposed = FindingKey(file: "e\u{301}.md", unit: "", rule: "file.name", evidence: "")
    #expect(composed != decomposed)
    #expect(Baseline([composed]).compared(with: [decomposed]).new == [0])
  }

  @Test("the values of a message are the evidence, not its words or its place")
  func evidence() {
    let file = SourceFile(path: "nb-NO/a.md", bytes: Array("text\ntext\n".utf8))
    var lines = LineTable(file.bytes)
    func key(_ message: String, _ range: Range<Int>) -> FindingKey {
      FindingKey(
        Diagnostic(
          Finding(
            rule: "number.missing", severity: .error, message: message, unit: "e8e74-103",
            range: range), in: file, lines: &lines, locale: "nb-NO"))
    }
    let first = key("number '500' of the source is missing", 0..<4)
    #expect(first.evidence == "500")
    #expect(first == key("the number '500' is not there", 5..<9))
    #expect(first != key("number '600' of the source is missing", 0..<4))
  }
}
