internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `text.untranslated`
  static let textUntranslated = Rule(
    id: "text.untranslated", severity: .warning,
    summary: "A sentence was left in the source's language.",
    rationale: """
      The reader meets a sentence in another language. Translate it; names, commands and sentences of \
      another language than English are left alone.
      """,
    messages: [message],
    flagged: [
      .body(
        unit(
          "⟦You can use this page to see the status⟧.", "You can use this page to see the status."))
    ],
    accepted: [
      .body(unit("Microsoft Defender for Office 365", "Microsoft Defender for Office 365")),
      .body(unit("net user /add", "net user /add")),
    ],
    check: { input in
      guard let sides = input.sides, sides.locale.language != "en",
        sides.sourceLocale.language == "en", let source = sides.sourceLanguage
      else { return [] }
      return input.findings { pair, found in
        guard pair.target.text.count >= 12, isEqual(pair.targetText, pair.sourceText),
          source.functionWordSet.count(in: pair.targetText) >= 2,
          hasSentence(pair, source), ForeignWords.set.count(in: pair.targetText, limit: 2) < 2
        else { return }
        found.append(
          pair.finding(
            "text.untranslated", .warning, message.filled(), at: pair.wholeTarget,
            source: pair.unit.source))
      }
    })

  /// Whether two texts are equal but for blanks and the case of letters.
  private static func isEqual(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    if left.count == right.count, left.elementsEqual(right) { return true }
    guard abs(left.count - right.count) <= 8 else { return false }
    return left.lazy.filter { $0 != 0x20 }.map { TextBytes.lowered($0) }
      .elementsEqual(right.lazy.filter { $0 != 0x20 }.map { TextBytes.lowered($0) })
  }

  /// Whether four words in small letters stand free, two of them function words: parts of names such
  /// as `not-found` do not count.
  private static func hasSentence(_ pair: UnitPair, _ language: Language) -> Bool {
    let side = pair.sides.target
    let range = pair.target.text
    func isFree(_ index: Int) -> Bool {
      guard range.contains(index) else { return true }
      return ![0x2D, 0x2F, 0x5F, 0x3A, 0x40].contains(side.text[index])
    }
    var count = 0
    var functionCount = 0
    for word in TextWords(side, range).words
    where word.range.count > 1 && isFree(word.range.lowerBound - 1) && isFree(word.range.upperBound)
      && side.text[word.range].allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x27 })
    {
      count += 1
      if language.functionWords.contains(Array(side.text[word.range])) { functionCount += 1 }
    }
    return count >= 4 && functionCount >= 2
  }

  private static let message: MessageTemplate =
    "the sentence is the source's, word for word; translate it"
}
