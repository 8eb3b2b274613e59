internal import HjelpDiagnostics

extension Rule {
  /// `punctuation.end`
  static let punctuationEnd = Rule(
    id: "punctuation.end", severity: .info,
    summary: "A translation ends with another kind of mark than its source, or with none.",
    rationale: """
      A question that ends as a statement reads wrong. Look at the end of the sentence when the article \
      is revised.
      """,
    messages: [message],
    flagged: [.body(unit("Vil du vente litt⟦.⟧", "Do you want to wait?"))],
    accepted: [
      .body(unit("Vil du vente?", "Do you want to wait?")),
      .body(unit("次のとおりです。", "As follows:"), locale: "ja-JP"),
    ],
    check: { input in
      input.findings { pair, found in
        guard pair.language != nil,
          let source = FinalMark(pair.sides.source, pair.source.text, pair.sides.sourceLanguage)
        else { return }
        let target = FinalMark(pair.sides.target, pair.target.text, pair.language)
        guard source.kind != target?.kind else { return }
        // Japanese ends with a full stop where English announces a list.
        if pair.isUnspaced, source.kind == .colon || target?.kind == .colon { return }
        if let target {
          found.append(
            pair.finding(
              "punctuation.end", .info,
              message.filled(
                String(decoding: pair.sides.source.text[source.range], as: UTF8.self)),
              at: pair.targetPlace(target.range), source: pair.sourcePlace(source.range)))
        } else if source.kind == .question {
          found.append(
            pair.finding(
              "punctuation.end", .info,
              message.filled(
                String(decoding: pair.sides.source.text[source.range], as: UTF8.self)),
              at: pair.wholeTarget, source: pair.sourcePlace(source.range)))
        }
      }
    })

  private static let message: MessageTemplate =
    "the source ends with '{mark}', the translation does not; use the mark of the same kind"
}
