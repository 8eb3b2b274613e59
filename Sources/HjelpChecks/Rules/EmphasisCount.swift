internal import HjelpDiagnostics

extension Rule {
  /// `emphasis.count`
  static let emphasisCount = Rule(
    id: "emphasis.count", severity: .warning,
    summary: "The translation shows fewer bold or italic spans than the source.",
    rationale: """
      Names of buttons and fields are bold so that they are found on the screen. Mark the same words as \
      the source does.
      """,
    messages: [message],
    flagged: [
      .body(unit("⟦Velg Lagre nå⟧.", "Select **Save** now.")),
      .body(unit("⟦Velg **Fil Lagre** nå⟧.", "Select **File** and **Save** now.")),
    ],
    accepted: [
      .body(unit("Velg **Lagre**.", "Select **Save**.")),
      .body(unit("Velg **Lagre** nå.", "Select **Save ** now.")),
    ],
    check: { input in
      input.findings { pair, found in
        guard !pair.source.emphases.isEmpty, !pair.source.isCrossed else { return }
        let source = spans(pair.sourceEmphases, pair.sides.source)
        let target = spans(pair.targetEmphases, pair.sides.target)
        let lostBold = source.bold.count - target.bold.count
        let lostItalic = source.italic.count - target.italic.count
        // Bold may have become italic, and the other way round.
        guard lostBold > 0 || lostItalic > 0, lostBold + lostItalic > 0,
          VisibleStars(pair.sides.source, pair.source.text).runs.allSatisfy({
            $0.isEscaped && $0.range.count == 1
          })
        else { return }
        let lost = (lostBold > 0 ? source.bold : source.italic)
        let all = lostBold > 0 ? target.bold : target.italic
        guard
          let first = lost.first(where: { span in
            !all.contains { equal($0, pair.sides.target, span, pair.sides.source) }
          }) ?? lost.last
        else { return }
        found.append(
          pair.finding(
            "emphasis.count", .warning,
            message.filled(
              "\(source.bold.count + source.italic.count)",
              "\(target.bold.count + target.italic.count)"),
            at: pair.wholeTarget, source: pair.sourcePlace(markdown: first.range)))
      }
    })

  /// The spans with a letter or digit in them.
  private static func spans(
    _ spans: ArraySlice<EmphasisSpan>, _ side: SideContent
  ) -> (bold: [EmphasisSpan], italic: [EmphasisSpan]) {
    var result: (bold: [EmphasisSpan], italic: [EmphasisSpan]) = ([], [])
    for span in spans {
      let hasWord = side.text[span.text].contains {
        TextBytes.isASCIIAlphanumeric($0) || $0 >= 0xC3
      }
      guard hasWord else { continue }
      if span.isStrong { result.bold.append(span) } else { result.italic.append(span) }
    }
    return result
  }

  private static func equal(
    _ left: EmphasisSpan, _ leftSide: SideContent, _ right: EmphasisSpan, _ rightSide: SideContent
  ) -> Bool {
    leftSide.text[left.text].elementsEqual(rightSide.text[right.text])
  }

  private static let message: MessageTemplate =
    "the source shows {count} bold or italic spans, the translation {other}; mark the same words"
}
