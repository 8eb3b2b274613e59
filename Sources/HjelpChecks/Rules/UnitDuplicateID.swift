internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.duplicate-id`
  static let unitDuplicateID = Rule(
    id: "unit.duplicate-id", severity: .error,
    summary: "An identifier stands on two units of the same file.",
    rationale: """
      File and identifier together name a unit, so a second unit with the same name cannot be found, \
      linked to or updated. Remove the copy or give it an identifier of its own.
      """,
    messages: [message],
    flagged: [
      .body(
        soundUnit + """

          ⟦<span data-ttu-id="e8e74-103">⟧Vent litt til.</span><span class="sxs-lookup"><span \
          data-stu-id="e8e74-103">Wait a little more.</span></span>

          """)
    ],
    accepted: [
      .body(
        soundUnit + """

          <span data-ttu-id="e8e74-p103">Vent litt til.</span><span class="sxs-lookup"><span \
          data-stu-id="e8e74-p103">Wait. And wait a little more.</span></span>

          """)
    ],
    check: { input in
      var first: [String: Range<Int>] = [:]
      var findings: [Finding] = []
      let damaged = Set(input.article.defects.map(\.unit))
      for unit in input.article.units where unit.id != nil {
        guard let known = first[unit.name] else {
          first[unit.name] = unit.openingTag
          continue
        }
        // The other half of a unit that is torn in two is not a second unit.
        let isHalf = unit.target.isEmpty || unit.source.isEmpty
        guard !isHalf || !damaged.contains(unit.name) else {
          continue
        }
        findings.append(
          Finding(
            rule: "unit.duplicate-id", severity: .error, message: message.filled(unit.name),
            unit: unit.name, range: unit.openingTag,
            notes: [.init(message: "the first one is here", range: known)]))
      }
      return findings
    })

  private static let message: MessageTemplate =
    "identifier '{unit}' stands on two units; remove one or give it a new identifier"
}
