internal import HjelpDiagnostics

extension Rule {
  /// `lookup.ambiguous`
  static let lookupAmbiguous = Rule(
    id: "lookup.ambiguous", severity: .warning,
    summary: "Two articles declare the same error.",
    rationale: """
      Only one of them can come first, and which one is an accident. Declare the error in the article \
      that answers it, and link to that one from the other.
      """,
    messages: [message],
    flagged: [
      Example(
        """
        ---
        title: Synchronization
        errors: ⟦No recent synchronization⟧
        ---
        # Synchronization

        """, locale: "en-US",
        facts: FileFacts(lookup: [
          LookupFact(text: "No recent synchronization", outcome: .ambiguous(other: "sync/status"))
        ]))
    ],
    accepted: [
      Example(
        """
        ---
        title: Synchronization
        errors: No recent synchronization
        ---
        # Synchronization

        """, locale: "en-US")
    ],
    check: { input in
      input.facts.lookup.compactMap { fact in
        guard case .ambiguous(let other) = fact.outcome else { return nil }
        return Finding(
          rule: "lookup.ambiguous", severity: .warning, message: message.filled(fact.text, other),
          range: DeclaredErrorPlace.range(fact, input))
      }
    })

  private static let message: MessageTemplate =
    "the error '{text}' is declared by the article '{other}' too; keep it in one of them"
}
