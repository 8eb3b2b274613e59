internal import HjelpDiagnostics

extension Rule {
  /// `tag.mismatch`
  static let tagMismatch = Rule(
    id: "tag.mismatch", severity: .error,
    summary: "The inline HTML of the translation is not that of the source.",
    rationale: """
      A lost tag loses what it shows: a link, an index, a subscript. Write the same tags as the source.
      """,
    messages: [message],
    flagged: [
      .body(unit("⟦Skriv x2 her⟧.", "Write x<sup>2</sup> here."))
    ],
    accepted: [
      .body(unit("Skriv x<sup>2</sup>.", "Write x<sup>2</sup>.")),
      .body(unit("Skriv x<br>y.", "Write x y.")),
    ],
    check: { input in
      input.findings { pair, found in
        guard !pair.source.tags.isEmpty || !pair.target.tags.isEmpty else { return }
        let source = TagBalance(pair.sourceTags).opened
        let target = TagBalance(pair.targetTags).opened
        guard source != target else { return }
        let names = Set(source.keys).union(target.keys).sorted()
        guard let name = names.first(where: { source[$0] != target[$0] }) else { return }
        let place = pair.targetTags.first { $0.name == name && !$0.isClosing }
        found.append(
          pair.finding(
            "tag.mismatch", .error,
            message.filled(name, "\(source[name] ?? 0)", "\(target[name] ?? 0)"),
            at: place.map { pair.targetPlace(markdown: $0.range) } ?? pair.wholeTarget,
            source: pair.sourceTags.first { $0.name == name }
              .map { pair.sourcePlace(markdown: $0.range) }))
      }
    })

  private static let message: MessageTemplate =
    "the source has the tag '<{name}>' {count} times, the translation {other}; write the same tags"
}
