internal import HjelpDiagnostics

extension Rule {
  /// `lookup.unanswerable`
  static let lookupUnanswerable = Rule(
    id: "lookup.unanswerable", severity: .error,
    summary: "An error that the article declares does not find the article.",
    rationale: """
      Whoever looks the error up gets another article, or none. An error of a few common words says \
      too little to be trusted: declare the whole message, and write what varies as a hole, '{name}'.
      """,
    messages: [message],
    flagged: [
      Example(
        """
        ---
        title: Synchronization
        errors:
          - ⟦An error occurred⟧
        ---
        # Synchronization

        """, locale: "en-US",
        facts: FileFacts(lookup: [
          LookupFact(text: "An error occurred", outcome: .unanswerable(locale: "en-US"))
        ]))
    ],
    accepted: [
      Example(
        """
        ---
        title: Synchronization
        errors:
          - No recent synchronization of {directory}
        ---
        # Synchronization

        """, locale: "en-US")
    ],
    check: { input in
      input.facts.lookup.compactMap { fact in
        guard case .unanswerable(let locale) = fact.outcome else { return nil }
        return Finding(
          rule: "lookup.unanswerable", severity: .error,
          message: message.filled(fact.text, locale), range: DeclaredErrorPlace.range(fact, input))
      }
    })

  private static let message: MessageTemplate =
    "the declared error '{text}' does not find this article in {locale}; declare the whole message"
}
