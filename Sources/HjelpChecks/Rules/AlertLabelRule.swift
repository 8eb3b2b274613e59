internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `alert.label`
  static let alertLabel = Rule(
    id: "alert.label", severity: .error,
    summary: "An alert's label was translated inside the unit under an intact label.",
    rationale: """
      The page shows the label in its own language already, so the copy in the text would be read as \
      part of the sentence. Remove it from the translation; the fix does it.
      """,
    messages: [message],
    flagged: [
      .body(
        """
        > [!NOTE]
        > <span data-ttu-id="e8e74-103">⟦[!MERK]⟧ Vent litt.</span><span class="sxs-lookup"><span \
        data-stu-id="e8e74-103">Wait a moment.</span></span>

        """)
    ],
    accepted: [.body("> [!NOTE]\n> " + soundUnit)],
    check: { input in
      guard let shown = input.shown else { return [] }
      return shown.document.strayLabels.map { range in
        let place = shown.edition.fileRange(of: range)
        let label = String(decoding: shown.document.markdown[range], as: UTF8.self)
        var end = place.upperBound
        while end < input.article.file.bytes.count, input.article.file.bytes[end] == 0x20 {
          end += 1
        }
        let unit = input.unit(at: place.lowerBound)
        // Outside a unit it is not known to be the translation's.
        let fix = unit.map { _ in
          Fix(isSafe: true, edits: [.init(range: place.lowerBound..<end, text: "")])
        }
        return Finding(
          rule: "alert.label", severity: .error, message: message.filled(label), unit: unit,
          range: place, fix: fix)
      }
    })

  private static let message: MessageTemplate =
    "label '{label}' stands in the text under the label of the alert; remove it"
}
