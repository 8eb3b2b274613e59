internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `emphasis.escaped`
  static let emphasisEscaped = Rule(
    id: "emphasis.escaped", severity: .error,
    summary: "The marks of bold text stand behind backslashes, so that they are shown.",
    rationale: """
      The reader sees asterisks in place of bold text. Remove the backslashes.
      """,
    messages: [message],
    flagged: [.body(unit("Velg ⟦\\*\\*⟧Lagre\\*\\* nå.", "Select **Save** now."))],
    accepted: [.body(unit("Skriv \\*\\* her.", "Type \\*\\* here."))],
    check: { input in
      input.findings { pair, found in
        guard pair.target.bytes.contains(0x2A) else { return }
        let target = pair.sides.target
        let stars = VisibleStars(target, pair.target.text).runs.filter(\.isEscaped)
        guard let first = stars.first(where: { $0.range.count >= 2 }) ?? pairOfSingles(stars, pair)
        else { return }
        let source = VisibleStars(pair.sides.source, pair.source.text).runs
        guard source.reduce(0, { $0 + $1.range.count }) < stars.reduce(0, { $0 + $1.range.count })
        else { return }
        let range = pair.targetPlace(first.range)
        found.append(
          pair.finding(
            "emphasis.escaped", .error, message.filled(), at: range, fix: fix(stars, pair)))
      }
    })

  /// Takes out the backslash before each asterisk.
  private static func fix(_ stars: [VisibleStars.Run], _ pair: UnitPair) -> Fix? {
    let bytes = pair.sides.article.file.bytes
    let backslashes = stars.flatMap(\.range).map { pair.targetPlace($0..<$0 + 1).upperBound - 2 }
      .filter { pair.unit.target.contains($0) && bytes[$0] == UInt8(ascii: "\\") }
    guard !backslashes.isEmpty else { return nil }
    return Fix(isSafe: false, edits: backslashes.map { .init(range: $0..<$0 + 1, text: "") })
  }

  /// Two escaped asterisks around words, where the source has italic text.
  private static func pairOfSingles(
    _ stars: [VisibleStars.Run], _ pair: UnitPair
  ) -> VisibleStars.Run? {
    guard stars.count == 2, pair.sourceEmphases.count > pair.targetEmphases.count else {
      return nil
    }
    return stars[0]
  }

  private static let message: MessageTemplate =
    "asterisks behind backslashes are shown here; remove the backslashes"
}
