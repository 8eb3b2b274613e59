internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.id-mismatch`
  static let unitIDMismatch = Rule(
    id: "unit.id-mismatch", severity: .error,
    summary: "The two halves of a unit carry different identifiers.",
    rationale: """
      The identifier is what joins a translation to its source, so halves with different ones may not \
      belong together. Compare the sentences and give both halves the same identifier.
      """,
    messages: [message],
    flagged: [
      .body(
        """
        ⟦<span data-ttu-id="e8e74-103">⟧Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-104">Wait a moment.</span></span>

        """)
    ],
    accepted: [.body(Self.soundUnit)],
    check: { input in
      input.article.defects.compactMap { defect in
        guard case .idMismatch(let other) = defect.kind else { return nil }
        return Finding(
          rule: "unit.id-mismatch", severity: .error,
          message: message.filled(defect.unit, other), unit: defect.unit, range: defect.range)
      }
    })

  private static let message: MessageTemplate =
    "unit '{unit}' has a source half with the identifier '{other}'; both halves need the same one"
}
