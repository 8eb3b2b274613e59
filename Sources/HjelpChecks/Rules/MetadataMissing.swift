internal import HjelpMarkdown
internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `metadata.missing`
  static let metadataMissing = Rule(
    id: "metadata.missing", severity: .error,
    summary: "The front matter lacks a field that the article needs.",
    rationale: """
      A translation needs its title, its locale and the hash of its source, without which nobody can \
      tell what it translates. An article without pairs needs a title or a heading of level 1.
      """,
    messages: [field, title],
    flagged: [
      Example(
        """
        ⟦---⟧
        title: Synkronisering
        ms.contentlocale: nb-NO
        ---

        """ + soundUnit),
      Example("⟦---⟧\nms.topic: article\n---\n\nOnly text.\n", locale: "en-US"),
    ],
    accepted: [.body(soundUnit), Example("# Synchronization\n\nText.\n", locale: "en-US")],
    check: { input in
      let article = input.article
      guard article.encodingProblem == nil, article.unclosedFrontMatter == nil else { return [] }
      if let frontMatter = article.frontMatter {
        guard frontMatter.problem == nil else { return [] }
      }
      let place = article.frontMatter.map {
        $0.range.lowerBound..<min($0.range.lowerBound + 3, $0.range.upperBound)
      }
      if article.isBilingual {
        guard let frontMatter = article.frontMatter, let place else { return [] }
        return ["title", "ms.openlocfilehash", "ms.contentlocale"].compactMap { key in
          guard frontMatter.field(key)?.value ?? .empty == .empty else { return nil }
          return Finding(
            rule: "metadata.missing", severity: .error, message: field.filled(key), range: place)
        }
      }
      guard article.title == nil, let shown = input.shown,
        !shown.document.nodes.contains(where: { $0.kind == .heading && $0.value == 1 })
      else { return [] }
      return [
        Finding(
          rule: "metadata.missing", severity: .error, message: title.filled(),
          range: place ?? input.firstCharacter)
      ]
    })

  private static let field: MessageTemplate =
    "front matter has no field '{key}'; add it as the source of the translation gives it"
  private static let title: MessageTemplate =
    "the article has neither a title nor a heading of level 1; add 'title:' or a line that begins with '# '"
}
