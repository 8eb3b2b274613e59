internal import HjelpArticle
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
            "emphasis.broken", .error, message.filled(), at: pair.targetPlace(first.range),
            fix: fix(stars, pair)))
      }
    })

  /// Moves the blanks inside `** text **` out of the bold text.
  private static func fix(_ stars: [VisibleStars.Run], _ pair: UnitPair) -> Fix? {
    guard stars.count == 2, stars[0].range.count == stars[1].range.count else { return nil }
    let bytes = pair.sides.article.file.bytes
    let target = pair.unit.target
    let open = pair.targetPlace(stars[0].range)
    let close = pair.targetPlace(stars[1].range)
    let text = bytes[open.upperBound..<max(open.upperBound, close.lowerBound)]
    let lead = text.prefix { $0 == 0x20 }.count
    guard lead < text.count else { return nil }
    let trail = text.reversed().prefix { $0 == 0x20 }.count
    guard lead + trail > 0 else { return nil }
    var edits: [Fix.Edit] = []
    if lead > 0 {
      let isGlued = open.lowerBound > target.lowerBound && bytes[open.lowerBound - 1] > 0x20
      if isGlued { edits.append(.init(range: open.lowerBound..<open.lowerBound, text: " ")) }
      edits.append(.init(range: open.upperBound..<open.upperBound + lead, text: ""))
    }
    if trail > 0 {
      edits.append(.init(range: close.lowerBound - trail..<close.lowerBound, text: ""))
      let isGlued =
        close.upperBound < target.upperBound && TextBytes.isWord(bytes[close.upperBound])
      if isGlued { edits.append(.init(range: close.upperBound..<close.upperBound, text: " ")) }
    }
    return Fix(isSafe: true, edits: edits)
  }

  private static let message: MessageTemplate =
    "asterisks are shown here; put the marks directly at both ends of the words"
}
