internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `unit.gap`
  static let unitGap = Rule(
    id: "unit.gap", severity: .warning,
    summary: "A number is missing between two units, and no merged unit accounts for it.",
    rationale: """
      Each sentence of the source has a number, so a missing one is a sentence that was lost with both \
      its halves. Restore it from the source article, unless it was the text of an image.
      """,
    messages: [message],
    flagged: [
      .body(
        """
        <span data-ttu-id="e8e74-103">Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>
        ⟦<span data-ttu-id="e8e74-105">⟧Prøv igjen.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-105">Try again.</span></span>

        """)
    ],
    accepted: [
      .body(
        """
        <span data-ttu-id="e8e74-103">Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>
        ![Et bilde](media/wait.png)
        <span data-ttu-id="e8e74-105">Prøv igjen.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-105">Try again.</span></span>

        """)
    ],
    check: { input in
      let article = input.article
      let damaged = Set(article.defects.map(\.unit))
      let numbers = Set(
        article.units.compactMap { $0.id.flatMap { $0.isMerged ? nil : $0.number } })
      var last: TranslationUnit?
      var isAccountedFor = false
      var findings: [Finding] = []
      for unit in article.units {
        guard let id = unit.id, !id.isMerged, !damaged.contains(unit.name) else {
          isAccountedFor = true
          continue
        }
        defer {
          last = unit
          isAccountedFor = false
        }
        guard let before = last, let beforeID = before.id, id.number > beforeID.number + 1,
          id.prefix == beforeID.prefix, !isAccountedFor,
          !(beforeID.number + 1..<id.number).contains(where: { numbers.contains($0) }),
          !article.holdsImage(from: before.range.upperBound, to: unit.range.lowerBound)
        else { continue }
        let missing = "\(beforeID.number + 1)"
        let range = id.number == beforeID.number + 2 ? missing : "\(missing)–\(id.number - 1)"
        findings.append(
          Finding(
            rule: "unit.gap", severity: .warning,
            message: message.filled(range, before.name, unit.name), unit: unit.name,
            range: unit.openingTag))
      }
      return findings
    })

  private static let message: MessageTemplate =
    "number {number} is missing between '{unit}' and '{other}'; restore the sentence from the source"
}

extension Article {
  /// Whether an image stands in a part of the file.
  fileprivate func holdsImage(from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    let text = file.bytes[start..<end]
    for index in text.indices where text[index] == UInt8(ascii: "!") || text[index] == 0x3C {
      let next = text[index...].prefix(4)
      if next.starts(with: "![".utf8) || next.elementsEqual("<img".utf8) { return true }
    }
    return false
  }
}
