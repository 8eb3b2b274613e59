internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `code.span`
  static let codeSpan = Rule(
    id: "code.span", severity: .error,
    summary: "Code in backticks is not as in the source.",
    rationale: """
      Readers copy code, and changed code does not work. Copy it from the source; the fix does it.
      """,
    messages: [changed, missing],
    flagged: [
      .body(unit("Skriv ⟦`katalog`⟧ her.", "Type `dir` here.")),
      .body(unit("⟦Skriv det her⟧.", "Type `ls` here.")),
    ],
    accepted: [
      .body(unit("Skriv `dir` her.", "Type `dir` here.")),
      .body(unit("Skriv `dir /s` her.", "Type `dir  /s` here.")),
    ],
    check: { input in
      input.findings { pair, found in
        let codes = CodeComparison(pair)
        var others = codes.extra[...]
        for code in codes.missing {
          let text = codes.text(code)
          let source = pair.sourcePlace(markdown: code.range)
          if let other = others.popFirst() {
            let place = pair.targetPlace(markdown: other.range)
            let whole = pair.sides.article.text(source)
            found.append(
              pair.finding(
                "code.span", .error, changed.filled(text), at: place, source: source,
                fix: Fix(isSafe: true, edits: [.init(range: place, text: whole)])))
          } else {
            found.append(
              pair.finding(
                "code.span", .error, missing.filled(text), at: pair.wholeTarget, source: source))
          }
        }
      }
    })

  private static let changed: MessageTemplate =
    "code '{code}' of the source is changed; copy it from the source"
  private static let missing: MessageTemplate =
    "code '{code}' of the source is missing; put it back"
}
