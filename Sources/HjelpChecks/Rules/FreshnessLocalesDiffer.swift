internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `freshness.locales-differ`
  static let freshnessLocalesDiffer = Rule(
    id: "freshness.locales-differ", severity: .info,
    summary: "Another locale translates a newer version of the source.",
    rationale: """
      The source itself is not at hand, but a newer translation shows what has changed in it. Translate \
      the sentences that differ again.
      """,
    messages: [message, new],
    flagged: [
      Example(
        Example.frontMatter + unit("⟦Vent litt⟧.", "Wait a moment."),
        facts: FileFacts(
          source: SourceFacts(
            newer: .init(
              file: "ja-JP/article.md", changes: [.changed(unit: 0, to: "Wait an hour.")]))))
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Vent litt.", "Wait a moment."),
        facts: FileFacts(
          source: SourceFacts(newer: .init(file: "ja-JP/article.md", changes: []))))
    ],
    check: { input in
      guard let newer = input.facts.source?.newer else { return [] }
      return newer.changes.map { change in
        let unit = change.unit.map { input.article.units[$0] }
        var range = unit.map { input.visibleTarget(of: $0) } ?? 0..<0
        var text = message.filled(newer.file, unit?.name ?? "")
        if case .new(_, let sentence) = change {
          text = new.filled(newer.file, sentence)
          range = unit.map { $0.range.upperBound..<$0.range.upperBound } ?? 0..<0
        }
        return Finding(
          rule: "freshness.locales-differ", severity: .info, message: text, unit: unit?.name,
          range: range)
      }
    })

  private static let message: MessageTemplate =
    "'{file}' is of a newer source, in which the sentence of unit '{unit}' differs"
  private static let new: MessageTemplate =
    "'{file}' is of a newer source, which has '{text}' more here"
}
