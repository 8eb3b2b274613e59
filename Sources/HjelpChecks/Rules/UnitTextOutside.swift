internal import HjelpLocale
internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `unit.text-outside`
  static let unitTextOutside = Rule(
    id: "unit.text-outside", severity: .warning,
    summary: "A sentence stands outside any unit in a block that has units.",
    rationale: """
      Text outside units is published as it is in both languages, so a leftover source sentence shows \
      in the translation. Give the sentence a unit of its own, or remove it.
      """,
    messages: [leaked, outside],
    flagged: [
      .body(
        soundUnit.dropLast(1) + " ⟦You can also try to restart the service.⟧\n"),
      .body(
        soundUnit.dropLast(1) + " ⟦Du kan også starte tjenesten på nytt.⟧\n"),
    ],
    accepted: [
      .body(soundUnit.dropLast(1) + " `Get-ADSyncScheduler -Verbose` https://example.com/a/b/c\n"),
      .body(
        "| 1 | 2 | 3 | 4 |\n|---|---|---|---|\n| " + soundUnit.dropLast(1) + " | 2 | 3 | 4 |\n"),
    ],
    check: { input in
      guard let shown = input.shown, input.article.isBilingual else { return [] }
      return TextOutsideUnits(shown.edition, shown.document).stretches.map { range in
        let isSource = isInSourceLanguage(shown.document.markdown[range], input)
        let file = shown.edition.fileRange(of: range)
        let text = String(decoding: shown.document.markdown[range].prefix(60), as: UTF8.self)
        return Finding(
          rule: "unit.text-outside", severity: isSource ? .error : .warning,
          message: (isSource ? leaked : outside).filled(text),
          unit: input.article.units.last { $0.range.upperBound <= file.lowerBound }?.name,
          range: file)
      }
    })

  private static func isInSourceLanguage(_ text: ArraySlice<UInt8>, _ input: CheckInput) -> Bool {
    let article = input.article
    let equalsSource = article.units.contains {
      !$0.source.isEmpty && article.file.bytes[$0.source].elementsEqual(text)
    }
    if equalsSource { return true }
    guard input.sourceLocale.language == "en", input.locale.language != "en" else { return false }
    return EnglishWords.count(in: text) >= 2
  }

  private static let leaked: MessageTemplate =
    "source text '{text}' stands outside any unit and would be published; translate or remove it"
  private static let outside: MessageTemplate =
    "text '{text}' stands outside any unit; give it a unit or remove it"
}
