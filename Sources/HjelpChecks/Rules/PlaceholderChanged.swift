internal import HjelpDiagnostics

extension Rule {
  /// `placeholder.changed`
  static let placeholderChanged = Rule(
    id: "placeholder.changed", severity: .error,
    summary: "A placeholder such as `%temp%`, `{0}`, `${name}` or `%s` is not as in the source.",
    rationale: """
      A program or the reader puts a value in its place, and finds only the exact form. Write it as in \
      the source; where only a blank was put in, the fix does it.
      """,
    messages: [spaced, missing, extra],
    flagged: [
      .body(unit("Åpne mappen ⟦% temp%⟧.", "Open the folder %temp%.")),
      .body(unit("Bruk ⟦$ {local_app_data}⟧ her.", "Use ${local_app_data} here.")),
      .body(unit("⟦Filen {navn} mangler⟧.", "The file {name} is missing.")),
    ],
    accepted: [
      .body(unit("100 % av filene.", "100% of the files.")),
      .body(unit("Verdien er \\<Ingen>.", "The value is \\<None>.")),
    ],
    check: { input in
      input.findings { pair, found in
        let source = texts(pair.sourceTokens, pair.sides.source.text)
        let target = texts(pair.targetTokens, pair.sides.target.text)
        guard !source.isEmpty || !target.isEmpty else { return }
        var unmatched = target
        var lost: [(text: ArraySlice<UInt8>, range: Range<Int>)] = []
        for placeholder in source {
          if let index = unmatched.firstIndex(where: { $0.text.elementsEqual(placeholder.text) }) {
            unmatched.remove(at: index)
          } else if !lost.contains(where: { $0.text.elementsEqual(placeholder.text) }) {
            lost.append(placeholder)
          }
        }
        for placeholder in lost {
          found.append(finding(placeholder, pair))
        }
        guard lost.isEmpty else { return }
        for placeholder in unmatched
        where !pair.sourceText.contains(Array(placeholder.text)) {
          found.append(
            pair.finding(
              "placeholder.changed", .error,
              extra.filled(String(decoding: placeholder.text, as: UTF8.self)),
              at: pair.targetPlace(placeholder.range)))
        }
      }
    })

  private static func texts(
    _ tokens: ArraySlice<Token>, _ text: [UInt8]
  ) -> [(text: ArraySlice<UInt8>, range: Range<Int>)] {
    guard tokens.contains(where: { $0.kind == .placeholder }) else { return [] }
    return tokens.filter { $0.kind == .placeholder }.map { (text[$0.range], $0.range) }
  }

  private static func finding(
    _ placeholder: (text: ArraySlice<UInt8>, range: Range<Int>), _ pair: UnitPair
  ) -> Finding {
    let text = String(decoding: placeholder.text, as: UTF8.self)
    let source = pair.sourcePlace(placeholder.range)
    guard let place = TokenSearch(pair: pair).spaced(placeholder.text) else {
      return pair.finding(
        "placeholder.changed", .error, missing.filled(text), at: pair.wholeTarget, source: source)
    }
    let range = pair.targetPlace(place)
    return pair.finding(
      "placeholder.changed", .error, spaced.filled(text), at: range, source: source,
      fix: Fix(isSafe: true, edits: [.init(range: range, text: text)]))
  }

  private static let spaced: MessageTemplate =
    "placeholder '{name}' has blanks in it here; write it as in the source"
  private static let missing: MessageTemplate =
    "placeholder '{name}' of the source is missing; write it as in the source"
  private static let extra: MessageTemplate =
    "placeholder '{name}' does not stand in the source; remove it or write the source's"
}
