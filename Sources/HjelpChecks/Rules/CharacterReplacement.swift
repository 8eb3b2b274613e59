internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `character.replacement`
  static let characterReplacement = Rule(
    id: "character.replacement", severity: .error,
    summary: "The translation has the replacement character U+FFFD.",
    rationale: """
      A letter was lost when the text was converted, and the reader sees a question mark in its place. \
      Put the letter back.
      """,
    messages: [message],
    flagged: [.body(unit("Vent litt n⟦\u{FFFD}⟧.", "Wait a moment now."))],
    accepted: [.body(unit("Tegnet \u{FFFD} vises.", "The character \u{FFFD} is shown."))],
    check: { input in
      guard input.specials.contains(where: { $0.kind == .replacement }) else { return [] }
      func first(_ range: Range<Int>) -> Range<Int>? {
        input.specials(in: range).first { $0.kind == .replacement }?.range
      }
      var found: [Finding] = []
      if let head = input.article.frontMatter, let place = first(head.range) {
        found.append(
          Finding(
            rule: "character.replacement", severity: .error, message: message.filled(),
            range: place))
      }
      for unit in input.article.units where !unit.target.isEmpty {
        guard let place = first(unit.target), first(unit.source) == nil else { continue }
        found.append(
          Finding(
            rule: "character.replacement", severity: .error, message: message.filled(),
            unit: unit.name, range: place))
      }
      return found
    })

  private static let message: MessageTemplate =
    "a letter was lost and U+FFFD stands in its place; put the letter back"
}
