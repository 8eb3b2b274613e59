internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `freshness.stale`
  static let freshnessStale = Rule(
    id: "freshness.stale", severity: .warning,
    summary: "The source has changed since the translation.",
    rationale: """
      Readers of the translation read what is no longer so. Only the sentences that changed are \
      reported; translate them again, and write the new hash of the source into the front matter.
      """,
    messages: [changed, vanished, moved, new, whole],
    flagged: [
      Example(
        Example.frontMatter + unit("⟦Vent litt⟧.", "Wait a moment."),
        facts: FileFacts(source: SourceFacts(changes: [.changed(unit: 0, to: "Wait an hour.")]))),
      Example(
        Example.frontMatter + unit("⟦Vent litt⟧.", "Wait a moment."),
        facts: FileFacts(source: SourceFacts(changes: [.vanished(unit: 0)]))),
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Vent litt.", "Wait a moment."),
        facts: FileFacts(source: SourceFacts()))
    ],
    check: { input in
      guard let facts = input.facts.source else { return [] }
      var findings = facts.changes.map { finding($0, input) }
      if facts.isHashDifferent {
        let field = input.article.frontMatter?.field("ms.openlocfilehash")
        findings.append(
          Finding(
            rule: "freshness.stale", severity: .warning, message: whole.filled(),
            range: field?.valueRange ?? 0..<0))
      }
      return findings
    })

  private static func finding(_ change: SourceChange, _ input: CheckInput) -> Finding {
    let unit = change.unit.map { input.article.units[$0] }
    var range = unit.map { input.visibleTarget(of: $0) } ?? 0..<0
    let name = unit?.name ?? ""
    let message: String
    switch change {
    case .changed(_, let text): message = changed.filled(name, text)
    case .vanished: message = vanished.filled(name)
    case .moved: message = moved.filled(name)
    case .new(_, let text):
      message = new.filled(text)
      range = unit.map { $0.range.upperBound..<$0.range.upperBound } ?? 0..<0
      if unit == nil { range = input.article.body.lowerBound..<input.article.body.lowerBound }
    }
    return Finding(
      rule: "freshness.stale", severity: .warning, message: message, unit: unit?.name, range: range)
  }

  private static let changed: MessageTemplate =
    "the source sentence of unit '{unit}' has changed; it has '{text}' now, translate it again"
  private static let vanished: MessageTemplate =
    "the source no longer has the sentence of unit '{unit}'; remove the unit"
  private static let moved: MessageTemplate =
    "the source has the sentence of unit '{unit}' at another place now; move the unit"
  private static let new: MessageTemplate =
    "the source has '{text}' more here; translate it"
  private static let whole: MessageTemplate =
    "the source has changed since this translation; compare them and write the new hash"
}
