internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `metadata.hash`
  static let metadataHash = Rule(
    id: "metadata.hash", severity: .error,
    summary: "The hash of the source is not 40 hexadecimal digits.",
    rationale: """
      The hash says which version of the source was translated, so a damaged one makes every later \
      comparison wrong. Restore the SHA-1 of the source file, taken with CRLF line ends.
      """,
    messages: [message],
    flagged: [
      Example(
        """
        ---
        title: Synkronisering
        ms.openlocfilehash: ⟦3517f424⟧
        ms.contentlocale: nb-NO
        ---

        """ + soundUnit)
    ],
    accepted: [.body(soundUnit)],
    check: { input in
      guard let field = input.article.frontMatter?.field("ms.openlocfilehash") else { return [] }
      let text = field.value.texts.first ?? ""
      guard field.value != .empty, field.value.texts.count != 1 || !isHash(text) else { return [] }
      return [
        Finding(
          rule: "metadata.hash", severity: .error, message: message.filled(text),
          range: field.valueRange)
      ]
    })

  private static func isHash(_ text: String) -> Bool {
    text.utf8.count == 40
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
      }
  }

  private static let message: MessageTemplate =
    "'ms.openlocfilehash' is '{value}', not 40 hexadecimal digits; restore the SHA-1 of the source"
}
