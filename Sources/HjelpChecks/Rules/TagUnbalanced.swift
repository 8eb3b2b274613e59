internal import HjelpDiagnostics

extension Rule {
  /// `tag.unbalanced`
  static let tagUnbalanced = Rule(
    id: "tag.unbalanced", severity: .error,
    summary: "An HTML element of the translation is not closed, or closed without being opened.",
    rationale: """
      What follows on the page takes on the look of the element. Put back the tag that is missing.
      """,
    messages: [message],
    flagged: [.body(unit("Skriv x⟦<sup>⟧2.", "Write x<sup>2</sup>."))],
    accepted: [
      .body(unit("Skriv x<sup>2</sup>.<br>", "Write x<sup>2</sup>.<br>"))
    ],
    check: { input in
      input.findings { pair, found in
        guard !pair.target.tags.isEmpty else { return }
        let source = TagBalance(pair.sourceTags).balance
        let target = TagBalance(pair.targetTags).balance
        guard source != target,
          let name = Set(target.keys).union(source.keys).sorted().first(where: {
            source[$0] != target[$0]
          }), let place = pair.targetTags.last(where: { $0.name == name })
        else { return }
        found.append(
          pair.finding(
            "tag.unbalanced", .error, message.filled(name),
            at: pair.targetPlace(markdown: place.range)))
      }
    })

  private static let message: MessageTemplate =
    "the tags '<{name}>' are not balanced here; put back the one that is missing"
}
