internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `freshness.orphan`
  static let freshnessOrphan = Rule(
    id: "freshness.orphan", severity: .warning,
    summary: "A translation has no source article, though the source locale is at hand.",
    rationale: """
      The source was removed or renamed, so nobody keeps the translation up to date. Remove or rename \
      it too, with `redirect_from` for readers who have its address.
      """,
    messages: [message],
    flagged: [
      Example(
        "⟦⟧" + Example.frontMatter + unit("Vent litt.", "Wait a moment."),
        facts: FileFacts(source: SourceFacts(isOrphan: true)))
    ],
    accepted: [Example(Example.frontMatter + unit("Vent litt.", "Wait a moment."))],
    check: { input in
      guard input.facts.source?.isOrphan ?? false else { return [] }
      return [
        Finding(
          rule: "freshness.orphan", severity: .warning,
          message: message.filled("\(input.article.id).md", "\(input.sourceLocale)"), range: 0..<0)
      ]
    })

  private static let message: MessageTemplate =
    "no article '{path}' is in the source locale {locale}; remove or rename the translation"
}
