internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `file.collision`
  static let fileCollision = Rule(
    id: "file.collision", severity: .error,
    summary: "Two inputs would be written to the same path of the site.",
    rationale: """
      One page would replace the other, on some file systems only. Rename one of the files; until then \
      the first one in the order of the paths is built.
      """,
    messages: [message, reserved],
    flagged: [
      Example("⟦⟧# Sync\n", locale: "en-US", facts: FileFacts(collisions: ["en-US/Sync.md"]))
    ],
    accepted: [Example("# Sync\n\nText.\n", locale: "en-US")],
    check: { input in
      input.facts.collisions.map { other in
        Finding(
          rule: "file.collision", severity: .error,
          message: other.isEmpty ? reserved.filled() : message.filled(other), range: 0..<0)
      }
    })

  private static let message: MessageTemplate =
    "this file and '{other}' would be written to the same path; rename one"
  private static let reserved: MessageTemplate =
    "this file would be written to the path of the site's own search page; rename it"
}
