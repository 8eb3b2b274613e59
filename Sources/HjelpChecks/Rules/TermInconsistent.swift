internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `term.inconsistent`
  static let termInconsistent = Rule(
    id: "term.inconsistent", severity: .info,
    summary: "The same source sentence is translated in several ways in one locale.",
    rationale: """
      A step that reads the same should read the same in every article. The translation that a person \
      wrote is proposed before a machine's, then the most frequent one.
      """,
    messages: [message],
    flagged: [
      Example(
        Example.frontMatter + unit("⟦Vent litt⟧.", "Wait a moment."),
        facts: FileFacts(
          terms: TermFacts(
            otherTranslations: [
              "e8e74-103": .init(count: 2, proposed: "Vent et øyeblikk.")
            ])))
    ],
    accepted: [Example(Example.frontMatter + unit("Vent litt.", "Wait a moment."))],
    check: { input in
      guard let others = input.facts.terms?.otherTranslations, !others.isEmpty else { return [] }
      return input.article.units.compactMap { unit in
        guard let other = others[unit.name] else { return nil }
        return Finding(
          rule: "term.inconsistent", severity: .info,
          message: message.filled("\(other.count)", other.proposed), unit: unit.name,
          range: input.visibleTarget(of: unit))
      }
    })

  private static let message: MessageTemplate =
    "this sentence is translated in {count} ways in this language; '{translation}' is proposed"
}
