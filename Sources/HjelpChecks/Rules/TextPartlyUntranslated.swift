internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `text.partly-untranslated`
  static let textPartlyUntranslated = Rule(
    id: "text.partly-untranslated", severity: .warning,
    summary: "Five or more words of the source stand in the translation as they are.",
    rationale: """
      A part of the sentence was forgotten. Translate it; where titles of other pages are kept on \
      purpose, put them in quotation marks or parentheses.
      """,
    messages: [message],
    flagged: [
      .body(
        unit(
          "Velg en side og ⟦use this page to see the status⟧.",
          "Select a page and use this page to see the status."))
    ],
    accepted: [
      .body(
        unit(
          "Se «How to see the status of a page» her.", "See How to see the status of a page here.")),
      .body(
        unit("Bruk Microsoft Defender for Office 365 nå.", "Use Microsoft Defender for Office 365.")
      ),
    ],
    check: { input in
      guard let sides = input.sides, sides.sourceLocale.language == "en",
        let language = sides.language
      else { return [] }
      return sides.englishPairs.compactMap { index in
        let pair = UnitPair(sides: sides, index: index)
        guard pair.target.text.count >= 20,
          let run = SharedRun(pair, atLeast: 5), run.smallCount >= 3,
          language.englishWordSet.count(in: pair.sides.target.text[run.range], limit: 1) > 0,
          ForeignWords.set.count(in: pair.sides.target.text[run.range], limit: 2) < 2,
          !isGloss(run.range, pair), !isCommand(run.range, pair)
        else { return nil }
        return pair.finding(
          "text.partly-untranslated", sides.isUnspaced ? .info : .warning,
          message.filled(
            String(decoding: pair.sides.target.text[run.range].prefix(80), as: UTF8.self)),
          at: pair.targetPlace(run.range), source: pair.unit.source)
      }
    })

  /// Whether a command stands in a run.
  private static func isCommand(_ run: Range<Int>, _ pair: UnitPair) -> Bool {
    pair.targetTokens.contains {
      ($0.kind == .cmdlet || $0.kind == .parameter) && $0.range.overlaps(run)
    }
  }

  /// Whether quotation marks or parentheses stand around a run, or a gloss follows it.
  private static func isGloss(_ run: Range<Int>, _ pair: UnitPair) -> Bool {
    let text = pair.sides.target.text
    let limit = pair.target.text
    var before = run.lowerBound
    while before > limit.lowerBound, text[before - 1] == 0x20 { before -= 1 }
    var after = run.upperBound
    // The rest of a word that the run ends in (`add-ins`, `.NET`), then the blanks.
    while after < limit.upperBound, after < run.upperBound + 12, text[after] != 0x20,
      text[after] != UInt8(ascii: "(")
    {
      after += 1
    }
    if text[after..<limit.upperBound].starts(with: " .NET".utf8) {
      after += 5
    }
    while after < limit.upperBound, text[after] == 0x20 { after += 1 }
    if after < limit.upperBound,
      text[after] == UInt8(ascii: "(") || text[after] == UInt8(ascii: "[")
    {
      return true
    }
    guard before > limit.lowerBound else { return false }
    return [0x22, 0x28, 0x5B, 0x27, 0x3C, 0x5C].contains(text[before - 1])
      || text[before - 1] & 0xC0 == 0x80
        && !TextBytes.isLetterAboveASCII(
          text, startingAt: TextBytes.characterStart(text, before: before, limit: limit.lowerBound),
          limit: limit.upperBound)
  }

  private static let message: MessageTemplate =
    "'{text}' was left in the source's language; translate it"
}
