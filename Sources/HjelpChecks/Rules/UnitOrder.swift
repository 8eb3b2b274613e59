internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.order`
  static let unitOrder = Rule(
    id: "unit.order", severity: .warning,
    summary: "The numbers of units go backwards.",
    rationale: """
      Numbers rise in the order of the source text, so a smaller one behind a larger one means that a \
      sentence was moved. Move it back, or check that the order is meant.
      """,
    messages: [message],
    flagged: [
      .body(
        """
        <span data-ttu-id="e8e74-104">Vent litt til.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-104">Wait a little more.</span></span>
        ⟦<span data-ttu-id="e8e74-103">⟧Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>

        """)
    ],
    accepted: [
      .body(
        """
        <span data-ttu-id="e8e74-103">Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>
        <span data-ttu-id="e8e74-p101">Vent litt til.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-p101">Wait. And wait a little more.</span></span>

        """)
    ],
    check: { input in
      let damaged = Set(input.article.defects.map(\.unit))
      var last: (number: Int, name: String)?
      var seen: Set<String> = []
      var findings: [Finding] = []
      for unit in input.article.units {
        guard let id = unit.id, !id.isMerged, !damaged.contains(unit.name),
          seen.insert(unit.name).inserted
        else { continue }
        if let last, id.number < last.number, last.name.hasPrefix(id.prefix) {
          findings.append(
            Finding(
              rule: "unit.order", severity: .warning,
              message: message.filled(unit.name, last.name), unit: unit.name,
              range: unit.openingTag))
        } else {
          last = (id.number, unit.name)
        }
      }
      return findings
    })

  private static let message: MessageTemplate =
    "unit '{unit}' stands behind '{other}', whose number is larger; move it back to its place"
}
