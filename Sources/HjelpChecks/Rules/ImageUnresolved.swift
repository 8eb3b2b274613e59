internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `image.unresolved`
  static let imageUnresolved = Rule(
    id: "image.unresolved", severity: .warning,
    summary: "An image is in no locale.",
    rationale: """
      The page shows its alternative text instead. Add the image, or correct its path; one of another \
      locale serves as well.
      """,
    messages: [near, missing],
    flagged: [
      Example(
        Example.frontMatter + unit("Se ⟦![bilde](media/x.png)⟧.", "See ![picture](media/x.png)."),
        facts: .sampleContent)
    ],
    accepted: [
      Example(
        Example.frontMatter
          + unit("Se ![bilde](media/sync.png).", "See ![picture](media/sync.png)."),
        facts: .sampleContent)
    ],
    check: { input in
      input.linkFindings("image.unresolved") { link, places in
        guard link.kind == .image else { return nil }
        let name = String(decoding: link.path, as: UTF8.self)
        guard let target = link.target(from: input.article.id) else {
          return LinkFault(message: missing.filled(name))
        }
        guard !places.hasImage(target), places.otherCase(of: target) == nil else { return nil }
        if let meant = places.nearestImage(to: target) {
          return LinkFault(
            message: near.filled(name, "\(meant)"),
            correction: (link.path, ArticleLink.path(to: meant.bytes, from: input.article.id)))
        }
        return LinkFault(message: missing.filled(name))
      }
    })

  private static let near: MessageTemplate =
    "image '{path}' is in no locale; did you mean '{path}'?"
  private static let missing: MessageTemplate =
    "image '{path}' is in no locale; add it or correct its path"
}
