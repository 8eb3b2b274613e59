internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `file.unreadable`
  static let fileUnreadable = Rule(
    id: "file.unreadable", severity: .error,
    summary: "A file cannot be read, or is no regular file.",
    rationale: """
      Files without permission, links that leave the content folder, pipes, devices and folders named \
      `.md` are not read; all other articles are built. Correct the permission, or put a regular file \
      there.
      """,
    messages: [message],
    flagged: [
      Example("⟦⟧", locale: "en-US", facts: FileFacts(unreadable: "permission denied"))
    ],
    accepted: [Example("# Sync\n\nText.\n", locale: "en-US")],
    check: { input in
      guard let reason = input.facts.unreadable else { return [] }
      return [
        Finding(
          rule: "file.unreadable", severity: .error, message: message.filled(reason), range: 0..<0)
      ]
    })

  private static let message: MessageTemplate =
    "the file cannot be read: {reason}; correct it or remove the file"
}
