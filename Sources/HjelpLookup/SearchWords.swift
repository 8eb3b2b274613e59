/// The words of the search page's tables: those of the lookup, but for scripts without blanks.
///
/// There a run of katakana is one word, as it mostly is in a text, and of the rest pairs of signs are
/// words, but for pairs of hiragana, which tell least and are many.
enum SearchWords {
  static let code = TokenKind.code.rawValue
  static let number = TokenKind.number.rawValue
  static let pair = TokenKind.pair.rawValue
  /// The byte of runs of katakana.
  static let katakana = TokenKind.kana.rawValue

  /// Calls `visit` with each word of a passage's tokens in its order: the kind's byte, then the text in UTF-8.
  static func forEach(
    of tokens: some Sequence<ArraySlice<UInt8>>, _ visit: (ArraySlice<UInt8>) -> Void
  ) {
    var run: [Unicode.Scalar] = []
    func endRun() {
      guard !run.isEmpty else { return }
      forEach(of: run[...], visit)
      run.removeAll()
    }
    for key in tokens {
      let kind = key.first ?? 0
      guard kind == pair || kind == katakana else {
        endRun()
        if kind != TokenKind.hole.rawValue { visit(key) }
        continue
      }
      // Pairs overlap: what they were made of is put together again.
      let signs = Array(String(decoding: key.dropFirst(), as: UTF8.self).unicodeScalars)
      if signs.count == 2, let last = run.last, last == signs[0] {
        run.append(signs[1])
      } else {
        endRun()
        run = signs
      }
    }
    endRun()
  }

  private static func forEach(
    of run: ArraySlice<Unicode.Scalar>, _ visit: (ArraySlice<UInt8>) -> Void
  ) {
    var rest = run
    while let first = rest.first {
      let isKatakana = isKatakana(first)
      let part = rest.prefix { Self.isKatakana($0) == isKatakana }
      rest = rest.dropFirst(part.count)
      if isKatakana {
        visit(word(part.count > 1 ? katakana : pair, part)[...])
      } else if part.count == 1 {
        if !isHiragana(first) { visit(word(pair, part)[...]) }
      } else {
        for place in part.indices.dropLast() {
          let signs = part[place...place + 1]
          if !signs.allSatisfy(isHiragana) { visit(word(pair, signs)[...]) }
        }
      }
    }
  }

  private static func word(_ kind: UInt8, _ signs: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    [kind] + Array(String(String.UnicodeScalarView(signs)).utf8)
  }

  private static func isKatakana(_ sign: Unicode.Scalar) -> Bool {
    (0x30A0...0x30FF).contains(sign.value)
  }

  private static func isHiragana(_ sign: Unicode.Scalar) -> Bool {
    ScalarClass.isHiragana(sign.value)
  }
}
