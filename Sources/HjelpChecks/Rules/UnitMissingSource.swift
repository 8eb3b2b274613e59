internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.missing-source`
  static let unitMissingSource = Rule(
    id: "unit.missing-source", severity: .error,
    summary: "A translated sentence has no source half, or an empty one.",
    rationale: """
      Without the source sentence nobody can check the translation, and the original page loses the \
      sentence. Put the source half back, or run the translation again.
      """,
    messages: [message],
    flagged: [
      .body(
        """
        # <a name="sync"></a>⟦<span data-ttu-id="e8e74-102">⟧Synkronisering</span>

        """),
      .body(
        """
        ⟦<span data-ttu-id="e8e74-103">⟧Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103"></span></span>

        """),
    ],
    accepted: [.body(Self.soundUnit)],
    check: { input in
      input.article.defects.compactMap { defect in
        guard defect.kind == .missingSource || defect.kind == .emptySource else { return nil }
        return Finding(
          rule: "unit.missing-source", severity: .error, message: message.filled(defect.unit),
          unit: defect.unit, range: defect.range)
      }
    })

  private static let message: MessageTemplate =
    "unit '{unit}' has no source half; put it back behind the translation"

  /// A unit in order, for examples.
  static let soundUnit = """
    <span data-ttu-id="e8e74-103">Vent litt.</span><span class="sxs-lookup"><span \
    data-stu-id="e8e74-103">Wait a moment.</span></span>

    """
}
