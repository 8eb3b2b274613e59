internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.malformed`
  static let unitMalformed = Rule(
    id: "unit.malformed", severity: .error,
    summary: "The tags of a unit are damaged, or its identifier is not of the form.",
    rationale: """
      A damaged tag shows on the page or hides a sentence, and tools can no longer pair the halves. \
      Restore the tag to the form of the other units in the file.
      """,
    messages: [
      quotes, escaped, misspelt, lostClass, nested, unclosed, stray, cut, separated, identifier,
      foreign,
    ],
    flagged: [
      .body(
        """
        ⟦<span data-ttu-id="e8e74-103&quot;>⟧Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>

        """),
      .body(
        """
        ⟦<span data-ttu-id="e8e74-103">⟧Vent </span> litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>

        """),
      .body(
        """
        ⟦<span data-ttu-id="e8e74-103">⟧Vent litt.</span><span><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>

        """),
    ],
    accepted: [
      .body(
        """
        <span data-ttu-id="e8e74-103">Vent <span>litt</span>.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a <span>moment</span>.</span></span>

        """)
    ],
    check: { input in
      var findings = input.article.defects.compactMap { finding($0) }
      let damaged = Set(findings.compactMap(\.unit))
      guard let first = input.article.units.first?.id?.prefix,
        !input.article.units.allSatisfy({ $0.id?.prefix == first }),
        let prefix = commonPrefix(of: input.article.units)
      else { return findings }
      for unit in input.article.units where !damaged.contains(unit.name) {
        guard let id = unit.id, id.prefix != prefix else { continue }
        findings.append(
          Finding(
            rule: "unit.malformed", severity: .error,
            message: foreign.filled(unit.name, prefix), unit: unit.name, range: unit.openingTag))
      }
      return findings
    })

  private static func finding(_ defect: UnitDefect) -> Finding? {
    let template: MessageTemplate
    switch defect.kind {
    case .quotes: template = quotes
    case .escapedTag: template = escaped
    case .misspelt: template = misspelt
    case .lostClass: template = lostClass
    case .nested: template = nested
    case .unclosed: template = unclosed
    case .strayClosing: template = stray
    case .cut: template = cut
    case .separated: template = separated
    case .badIdentifier: template = identifier
    case .missingSource, .missingTarget, .emptySource, .emptyTarget, .idMismatch: return nil
    }
    let fix =
      defect.repairs.isEmpty
      ? nil
      : Fix(isSafe: true, edits: defect.repairs.map { .init(range: $0.range, text: $0.text) })
    return Finding(
      rule: "unit.malformed", severity: .error, message: template.filled(defect.unit),
      unit: defect.unit, range: defect.range, fix: fix)
  }

  /// The prefix that most units of a file have; of equally many the one that comes first.
  private static func commonPrefix(of units: [TranslationUnit]) -> String? {
    var counts: [(prefix: String, count: Int)] = []
    for id in units.compactMap(\.id) {
      if let place = counts.firstIndex(where: { $0.prefix == id.prefix }) {
        counts[place].count += 1
      } else if counts.count < 32 {
        counts.append((id.prefix, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.prefix
  }

  private static let quotes: MessageTemplate =
    "unit '{unit}' has a tag with damaged quotes; write them as \""
  private static let escaped: MessageTemplate =
    "unit '{unit}' has a tag written as '&lt;span'; write it as a tag"
  private static let misspelt: MessageTemplate =
    "unit '{unit}' has a tag with a misspelt attribute or class; write it as in the other units"
  private static let lostClass: MessageTemplate =
    "unit '{unit}' has lost the class 'sxs-lookup' around its source half; put it back"
  private static let nested: MessageTemplate =
    "unit '{unit}' holds another unit; close it before the next one begins"
  private static let unclosed: MessageTemplate =
    "unit '{unit}' is not closed; put back the missing '</span>'"
  private static let stray: MessageTemplate =
    "unit '{unit}' has one '</span>' too many; remove it"
  private static let cut: MessageTemplate =
    "unit '{unit}' is cut off by the end of the file; restore what is missing"
  private static let separated: MessageTemplate =
    "unit '{unit}' has something between its halves; join them without a blank"
  private static let identifier: MessageTemplate =
    "identifier '{unit}' is not five hexadecimal digits, a hyphen and a number; restore it"
  private static let foreign: MessageTemplate =
    "unit '{unit}' has not the prefix '{prefix}' of the other units; it comes from another file"
}
