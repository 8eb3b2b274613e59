internal import HjelpDiagnostics

extension Rule {
  /// `link.text`
  static let linkText = Rule(
    id: "link.text", severity: .info,
    summary: "The end of the sentence was pulled into the text of a link.",
    rationale: """
      The full stop becomes part of the link. It is a small blemish: move the mark behind the link when \
      the article is revised.
      """,
    messages: [message],
    flagged: [
      .body(unit("Se [denne⟦.⟧](https://example.com/a)", "See [this](https://example.com/a)."))
    ],
    accepted: [
      .body(unit("Se [denne](https://example.com/a).", "See [this](https://example.com/a)."))
    ],
    check: { input in
      input.findings { pair, found in
        for link in pair.targetLinks where link.kind == .link {
          guard let last = link.text.last, isStop(pair.sides.target.text[last]),
            !pair.sourceLinks.contains(where: {
              $0.text.last.map { isStop(pair.sides.source.text[$0]) } ?? false
            })
          else { continue }
          found.append(
            pair.finding(
              "link.text", .info, message.filled(), at: pair.targetPlace(last..<last + 1)))
        }
      }
    })

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }

  private static let message: MessageTemplate =
    "the link's text ends with the sentence's mark; move it behind the link"
}
