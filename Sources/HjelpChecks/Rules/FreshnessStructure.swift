internal import HjelpDiagnostics

extension Rule {
  /// `freshness.structure`
  static let freshnessStructure = Rule(
    id: "freshness.structure", severity: .warning,
    summary: "A translation without pairs has other parts than its source article.",
    rationale: """
      Where sentences are not paired, the numbers of headings, code blocks and images show that a part \
      was added or left out. Compare the two articles.
      """,
    messages: [message],
    flagged: [
      Example(
        "⟦⟧# Synkronisering\n\nVent litt.\n",
        facts: FileFacts(
          source: SourceFacts(structure: [.init(kind: "headings", source: 2, translation: 1)])))
    ],
    accepted: [Example("# Synkronisering\n", facts: FileFacts(source: SourceFacts()))],
    check: { input in
      (input.facts.source?.structure ?? []).map { difference in
        Finding(
          rule: "freshness.structure", severity: .warning,
          message: message.filled(
            "\(difference.source)", difference.kind, "\(difference.translation)"),
          range: 0..<0)
      }
    })

  private static let message: MessageTemplate =
    "the source article has {count} {parts}, the translation {count}; compare them"
}
