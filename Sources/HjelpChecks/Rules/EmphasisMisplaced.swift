internal import HjelpDiagnostics

extension Rule {
  /// `emphasis.misplaced`
  static let emphasisMisplaced = Rule(
    id: "emphasis.misplaced", severity: .warning,
    summary: "Bold stands on function words, while the source's is on a name.",
    rationale: """
      The name that the reader looks for on the screen is plain, and a word like *and* is bold. Move \
      the marks to the name.
      """,
    messages: [message],
    flagged: [.body(unit("Velg **⟦og⟧** Lagre.", "Select **Save** there."))],
    accepted: [
      .body(unit("Velg **Lagre**.", "Select **Save**.")),
      .body(unit("Velg x **og** y.", "Select x **and** y.")),
    ],
    check: { input in
      guard let sides = input.sides, let language = sides.language,
        !language.functionWords.isEmpty
      else { return [] }
      return input.findings { pair, found in
        guard !pair.target.emphases.isEmpty, !pair.source.emphases.isEmpty else { return }
        for span in pair.targetEmphases
        where span.isStrong && isFunction(span, pair.sides.target, language) {
          if let source = sides.sourceLanguage,
            pair.sourceEmphases.contains(where: {
              isFunction($0, pair.sides.source, source, inAnyCase: true)
                || !isName(pair.sides.source.text[$0.text])
            })
          {
            return
          }
          let text = String(decoding: pair.sides.target.text[span.text], as: UTF8.self)
          found.append(
            pair.finding(
              "emphasis.misplaced", .warning, message.filled(text),
              at: pair.targetPlace(span.text),
              source: pair.sourceEmphases.first.map { pair.sourcePlace(markdown: $0.range) }))
          return
        }
      }
    })

  /// Whether all words of a span are function words.
  private static func isFunction(
    _ span: EmphasisSpan, _ side: SideContent, _ language: Language, inAnyCase: Bool = false
  ) -> Bool {
    let text = LetterCase.lowered(side.text[span.text])
    guard text.count <= 24 else { return false }
    let words = text.split { !TextBytes.isWord($0) }
    // A capital letter may begin the name of a button: **På**.
    let isCapital = span.text.first.map { side.text[$0] != text[0] } ?? false
    return !words.isEmpty && (inAnyCase || !isCapital)
      && words.allSatisfy { language.functionWords.contains(Array($0)) }
  }

  /// Whether a text begins as names do: with a capital letter, a digit or a mark.
  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    text.first.map { !(0x61...0x7A).contains($0) } ?? false
  }

  private static let message: MessageTemplate =
    "bold stands on '{text}', while the source's is on a name; move the marks to the name"
}
