internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `html.disallowed-tag`
  static let htmlDisallowedTag = Rule(
    id: "html.disallowed-tag", severity: .warning,
    summary: "A tag of raw HTML is not allowed on pages, or is no tag at all.",
    rationale: """
      A pseudo tag such as `<email address>` would vanish in a browser, so it is shown as text; write \
      it with backticks or as an entity. Other tags are dropped and their text stays (level info).
      """,
    messages: [pseudo, dropped],
    flagged: [
      Example("# Sync\n\nWrite to ⟦<email address>⟧ now.\n", locale: "en-US"),
      Example("# Sync\n\nThis is ⟦<blink>⟧old</blink>.\n", locale: "en-US"),
    ],
    accepted: [
      Example("# Sync\n\nLine<br/>break and H<sub>2</sub>O and `<email>`.\n", locale: "en-US")
    ],
    check: { input in
      findings(.tag, .pseudoTag, in: input) { drop in
        drop.kind == .pseudoTag
          ? (.warning, pseudo.filled(drop.name)) : (.info, dropped.filled(drop.name))
      }
    })

  /// The findings for what was dropped, with its place in the file.
  static func findings(
    _ kinds: DroppedHTML.Kind..., in input: CheckInput,
    message: (DroppedHTML) -> (Severity, String)
  ) -> [Finding] {
    guard let shown = input.shown else { return [] }
    let group: [DroppedHTML.Kind: RuleID] = [
      .tag: "html.disallowed-tag", .pseudoTag: "html.disallowed-tag",
      .attribute: "html.disallowed-attribute", .scheme: "html.disallowed-scheme",
    ]
    return input.dropped.compactMap { drop in
      guard kinds.contains(drop.kind), let rule = group[drop.kind] else { return nil }
      let (severity, text) = message(drop)
      let place = shown.edition.fileRange(of: drop.range)
      return Finding(
        rule: rule, severity: severity, message: text, unit: input.unit(at: place.lowerBound),
        range: place)
    }
  }

  private static let pseudo: MessageTemplate =
    "'<{name}>' is no tag of HTML and is shown as text; put it in backticks or write '&lt;'"
  private static let dropped: MessageTemplate =
    "tag '<{name}>' is not allowed on pages and was dropped; its text stays"
}
