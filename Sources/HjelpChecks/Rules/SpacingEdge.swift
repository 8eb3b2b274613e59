internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `spacing.edge`
  static let spacingEdge = Rule(
    id: "spacing.edge", severity: .info,
    summary: "A translation begins or ends with a blank that its source has not.",
    rationale: """
      The blank doubles the one between the sentences, or makes code of a line. Remove it; the fix does it.
      """,
    messages: [message],
    flagged: [.body(unit("Vent litt.⟦ ⟧", "Wait a moment."))],
    accepted: [.body(unit("Vent litt. ", "Wait a moment. "))],
    check: { input in
      input.findings { pair, found in
        let target = pair.targetBytes
        let source = pair.sourceBytes
        guard let place = edge(target, source) else { return }
        found.append(
          pair.finding(
            "spacing.edge", .info, message.filled(), at: place,
            fix: Fix(isSafe: true, edits: [.init(range: place, text: "")])))
      }
    })

  /// The blanks at an end of the target, if the source has none there and the target has text.
  private static func edge(
    _ target: ArraySlice<UInt8>, _ source: ArraySlice<UInt8>
  ) -> Range<Int>? {
    guard let first = target.firstIndex(where: { $0 != 0x20 }),
      let last = target.lastIndex(where: { $0 != 0x20 })
    else { return nil }
    if first > target.startIndex, source.first != 0x20 { return target.startIndex..<first }
    if last + 1 < target.endIndex, source.last != 0x20 { return last + 1..<target.endIndex }
    return nil
  }

  private static let message: MessageTemplate =
    "a blank stands at the edge of the translation and not of the source; remove it"
}
