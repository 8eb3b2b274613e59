internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `metadata.duplicate`
  static let metadataDuplicate = Rule(
    id: "metadata.duplicate", severity: .error,
    summary: "A field stands twice in the front matter.",
    rationale: """
      Tools disagree which of two values counts, so the article may have another title or locale than \
      you think. Remove one of them.
      """,
    messages: [message],
    flagged: [
      Example(
        """
        ---
        title: Synkronisering
        ⟦title⟧: Katalogsynkronisering
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: nb-NO
        ---

        """ + soundUnit)
    ],
    accepted: [.body(soundUnit)],
    check: { input in
      let fields = input.article.frontMatter?.fields ?? []
      var first: [String: Range<Int>] = [:]
      var findings: [Finding] = []
      for (index, field) in fields.enumerated() {
        // Few fields: a look at the ones before is cheaper than a table.
        guard
          let known = fields.count > 64
            ? first[field.key] : fields[..<index].first(where: { $0.key == field.key })?.keyRange
        else {
          if fields.count > 64 { first[field.key] = field.keyRange }
          continue
        }
        findings.append(
          Finding(
            rule: "metadata.duplicate", severity: .error, message: message.filled(field.key),
            range: field.keyRange,
            notes: [.init(message: "the first one is here", range: known)]))
      }
      return findings
    })

  private static let message: MessageTemplate =
    "field '{key}' stands twice in the front matter; remove one"
}
