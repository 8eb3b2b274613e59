internal import HjelpDiagnostics

extension Rule {
  /// `emphasis.broken`
  static let emphasisBroken = Rule(
    id: "emphasis.broken", severity: .error,
    summary: "Asterisks of broken bold or italic text are shown to the reader.",
    rationale: """
      A blank inside the marks (`** text **`) or a mark without its partner is no markup. Write the \
      marks at the ends of the words.
      """,
    messages: [message],
    flagged: [
      .body(unit("Velg ⟦**⟧ Lagre** nå.", "Select **Save** now.")),
      .body(unit("Velg ⟦**⟧Lagre nå.", "Select **Save** now.")),
      .body(unit("⟦**⟧「保存」**を選択します。", "Select **Save**."), locale: "ja-JP"),
    ],
    accepted: [
      .body(unit("Velg **Lagre** nå.", "Select ** Save** now.")),
      .body(unit("Alle *.exe-filer, 2 * 3*.", "All *.exe files, 2 * 3*.")),
    ],
    check: { input in
      input.findings { pair, found in
        guard pair.target.bytes.contains(0x2A) else { return }
        let target = pair.sides.target
        let stars = VisibleStars(target, pair.target.text).marks(
          target, pair.target.text, isEscaped: false)
        guard let first = stars.first else { return }
        let source = VisibleStars(pair.sides.source, pair.source.text)
        guard
          source.marks(pair.sides.source, pair.source.text, isEscaped: false).count < stars.count,
          source.runs.count < VisibleStars(target, pair.target.text).runs.count
        else { return }
        found.append(
          pair.finding(
            "emphasis.broken", .error, message.filled(), at: pair.targetPlace(first.range)))
      }
    })

  private static let message: MessageTemplate =
    "asterisks are shown here; put the marks directly at both ends of the words"
}
