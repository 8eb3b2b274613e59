internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `character.script`
  static let characterScript = Rule(
    id: "character.script", severity: .warning,
    summary: "A letter of a script that neither the language nor the source has.",
    rationale: """
      A Cyrillic letter in a Latin word looks right and is not found by any search. Write the letter of \
      the language's own script.
      """,
    messages: [message],
    flagged: [
      .body(unit("Vent l⟦і⟧tt.", "Wait a moment.")),
      .body(unit("⟦가⟧ファイルを開きます。", "Open the file."), locale: "ja-JP"),
    ],
    accepted: [
      .body(unit("Velg 日本語.", "Select 日本語.")),
      .body(unit("ファイルを開きます。", "Open the file."), locale: "ja-JP"),
      .body(unit("Подождите.", "Wait."), locale: "ru-RU"),
    ],
    check: { input in
      let expected = ScriptRange.expected(in: input.locale.likelyScript)
      let leads = ScriptRange.leads(besides: expected)
      return input.findings { pair, found in
        guard pair.target.bytes.containsLead(in: leads) else { return }
        let text = pair.sides.target.text
        for index in pair.target.text {
          guard text[index] >= 0xD0,
            let script = ScriptRange.script(text, at: index, limit: pair.target.text.upperBound),
            !expected.contains(script)
          else { continue }
          guard !holds(script, pair.sides.source, pair.source.text) else { return }
          let end = text[index] >= 0xE0 ? index + 3 : index + 2
          found.append(
            pair.finding(
              "character.script", .warning,
              message.filled(String(decoding: text[index..<end], as: UTF8.self)),
              at: pair.targetPlace(index..<end)))
          return
        }
      }
    })

  private static func holds(_ script: ScriptRange, _ side: SideContent, _ range: Range<Int>) -> Bool
  {
    range.contains { ScriptRange.script(side.text, at: $0, limit: range.upperBound) == script }
  }

  private static let message: MessageTemplate =
    "the letter '{letter}' is of another script than the text; write it in the language's own"
}
