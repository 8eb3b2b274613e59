internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `metadata.locale`
  static let metadataLocale = Rule(
    id: "metadata.locale", severity: .error,
    summary: "The article's locale is not the one of its folder.",
    rationale: """
      The page would be published under one language and say that it is in another. Move the file, or \
      correct the field.
      """,
    messages: [message],
    flagged: [
      Example(
        """
        ---
        title: Synkronisering
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: ⟦nb-NO⟧
        ---

        """ + soundUnit, locale: "ja-JP")
    ],
    accepted: [.body(soundUnit)],
    check: { input in
      guard let field = input.article.frontMatter?.field("ms.contentlocale"),
        let expected = input.article.expectedLocale, let own = input.article.locale,
        own != expected, field.value.texts.first.map({ LocaleTag($0) == own }) ?? false
      else { return [] }
      return [
        Finding(
          rule: "metadata.locale", severity: .error,
          message: message.filled(own.description, expected.description), range: field.valueRange,
          fix: Fix(
            isSafe: false,
            edits: [.init(range: field.valueRange, text: expected.description)]))
      ]
    })

  private static let message: MessageTemplate =
    "'ms.contentlocale' is '{locale}' in the folder of '{other}'; correct it or move the file"
}
