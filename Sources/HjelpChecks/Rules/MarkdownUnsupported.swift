internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `markdown.unsupported`
  static let markdownUnsupported = Rule(
    id: "markdown.unsupported", severity: .warning,
    summary: "The article uses a construct of another dialect, which would be shown as text.",
    rationale: """
      Includes, tabs and directives of other publishing systems are not read, so the reader would see \
      their marks. Replace them by plain Markdown; there is one finding for each kind and file.
      """,
    messages: [message],
    flagged: [
      Example("# Sync\n\n⟦[!INCLUDE [note](note.md)]⟧\n", locale: "en-US"),
      Example("# Sync\n\n⟦:::⟧ zone pivot=\"a\"\n", locale: "en-US"),
    ],
    accepted: [Example("# Sync\n\n```text\n::: zone\n[!INCLUDE x]\n```\n", locale: "en-US")],
    check: { input in
      guard let shown = input.shown else { return [] }
      var found: [(name: String, count: Int, range: Range<Int>)] = []
      for (name, range) in UnsupportedMarkdown.places(in: shown.document) {
        if let place = found.firstIndex(where: { $0.name == name }) {
          found[place].count += 1
        } else {
          found.append((name, 1, range))
        }
      }
      return found.map { name, count, range in
        let place = shown.edition.fileRange(of: range)
        return Finding(
          rule: "markdown.unsupported", severity: .warning,
          message: message.filled(name, count == 1 ? "once" : "\(count) times"),
          unit: input.unit(at: place.lowerBound), range: place)
      }
    })

  private static let message: MessageTemplate =
    "'{construct}' is not supported and shown as text ({count}); write it in plain Markdown"
}
