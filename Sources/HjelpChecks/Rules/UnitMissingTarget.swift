internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.missing-target`
  static let unitMissingTarget = Rule(
    id: "unit.missing-target", severity: .error,
    summary: "A source sentence has no translation, or an empty one.",
    rationale: """
      The translated page loses the sentence without a trace. Translate it, or remove the unit if the \
      sentence was removed from the source.
      """,
    messages: [message],
    flagged: [
      .body(
        """
        ⟦<span class="sxs-lookup"><span data-stu-id="e8e74-103">⟧Wait a moment.</span></span>

        """),
      .body(
        """
        ⟦<span data-ttu-id="e8e74-103">⟧</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>

        """),
    ],
    accepted: [.body(Self.soundUnit)],
    check: { input in
      input.article.defects.compactMap { defect in
        guard defect.kind == .missingTarget || defect.kind == .emptyTarget else { return nil }
        return Finding(
          rule: "unit.missing-target", severity: .error, message: message.filled(defect.unit),
          unit: defect.unit, range: defect.range)
      }
    })

  private static let message: MessageTemplate =
    "unit '{unit}' has no translation; translate it or remove the unit"
}
