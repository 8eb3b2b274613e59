internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `character.bidi`
  static let characterBidi = Rule(
    id: "character.bidi", severity: .error,
    summary:
      "A control for the direction of text is opened and not closed, or the other way round.",
    rationale: """
      What follows on the page is shown in the wrong order, and can hide what a command does. Close it \
      in the same unit, or remove it.
      """,
    messages: [message],
    flagged: [.body(unit("Vent ⟦\u{202E}⟧litt.", "Wait a moment."))],
    accepted: [.body(unit("Vent \u{2067}litt\u{2069}.", "Wait a moment."))],
    check: { input in
      guard !input.specials.isEmpty else { return [] }
      return input.article.units.compactMap { unit in
        let controls = input.specials(in: unit.target).filter {
          $0.kind == .opensDirection || $0.kind == .closesDirection
        }
        guard let first = controls.first else { return nil }
        var open = 0
        var isUnbalanced = false
        for control in controls {
          open += control.kind == .opensDirection ? 1 : -1
          if open < 0 { isUnbalanced = true }
        }
        guard open != 0 || isUnbalanced else { return nil }
        return Finding(
          rule: "character.bidi", severity: .error,
          message: message.filled("U+" + String(first.value, radix: 16, uppercase: true)),
          unit: unit.name, range: first.range,
          fix: controls.count == 1
            ? Fix(isSafe: true, edits: [.init(range: first.range, text: "")]) : nil)
      }
    })

  private static let message: MessageTemplate =
    "the control {character} for the direction of text is not balanced; remove or close it"
}
