internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `metadata.title`
  static let metadataTitle = Rule(
    id: "metadata.title", severity: .warning,
    summary: "The title is another article's heading and not the article's own.",
    rationale: """
      The front matter was copied from the other article, so that search and tabs show the wrong name. \
      Write the title of this article.
      """,
    messages: [message],
    flagged: [
      Example(
        """
        ---
        title: ⟦Kontoer⟧
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: nb-NO
        ---

        """ + soundUnit, facts: FileFacts(titleOwner: "nb-NO/accounts.md"))
    ],
    accepted: [.body(soundUnit)],
    check: { input in
      guard let owner = input.facts.titleOwner,
        let field = input.article.frontMatter?.field("title")
      else { return [] }
      return [
        Finding(
          rule: "metadata.title", severity: .warning,
          message: message.filled(input.article.title ?? "", owner), range: field.valueRange)
      ]
    })

  private static let message: MessageTemplate =
    "title '{title}' is the heading of '{file}'; write the title of this article"
}
