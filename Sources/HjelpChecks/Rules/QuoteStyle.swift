internal import HjelpDiagnostics

extension Rule {
  /// `quote.style`
  static let quoteStyle = Rule(
    id: "quote.style", severity: .info,
    summary: "Quotation marks of another language stand in the translation.",
    rationale: """
      Each language has quotation marks of its own, and straight ones are in use everywhere. Use those of \
      the language.
      """,
    messages: [message],
    flagged: [.body(unit("Skriv ⟦„⟧hallo“ her.", "Type “hello” here."))],
    accepted: [
      .body(unit("Skriv «hallo» her.", "Type “hello” here.")),
      .body(unit("Skriv \"hallo\" her.", "Type \"hello\" here.")),
    ],
    check: { input in
      guard let language = input.sides?.language, !language.quotes.isEmpty else { return [] }
      let own = Set(language.quotes.flatMap { [$0.open, $0.close] })
      return input.findings { pair, found in
        guard pair.target.bytes.containsLead(in: 1 << 2 | 1 << 34 | 1 << 35) else { return }
        let text = pair.sides.target.text
        for index in pair.target.text
        where text[index] == 0xC2 || text[index] == 0xE2 || text[index] == 0xE3 {
          guard let mark = mark(text, index, pair.target.text.upperBound), !own.contains(mark),
            !pair.sides.target.traits[index].contains(.code), !pair.sourceText.contains(mark)
          else { continue }
          found.append(
            pair.finding(
              "quote.style", .info, message.filled(String(decoding: mark, as: UTF8.self)),
              at: pair.targetPlace(index..<index + mark.count)))
          return
        }
      }
    })

  /// The quotation mark that begins at an index; the apostrophe is none.
  private static func mark(_ text: [UInt8], _ index: Int, _ limit: Int) -> [UInt8]? {
    if text[index] != 0xC2, index + 1 >= limit || text[index + 1] != 0x80 { return nil }
    for mark in marks
    where index + mark.count <= limit && text[index..<index + mark.count].elementsEqual(mark) {
      return mark
    }
    return nil
  }

  private static let marks: [[UInt8]] = ["«", "»", "“", "”", "„", "‹", "›", "「", "」", "『", "』"]
    .map { Array($0.utf8) }

  private static let message: MessageTemplate =
    "'{mark}' is no quotation mark of the language; use its own"
}
