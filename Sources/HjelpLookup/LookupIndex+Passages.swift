extension LookupIndex {
  /// Whether the texts of the passages were read with the index.
  package var hasText: Bool { text != nil }

  /// The passages, article by article; empty without the index's text.
  ///
  /// A passage that the index keeps in pieces is given once.
  package var passages: [IndexedPassage] {
    guard let text else { return [] }
    var passages: [IndexedPassage] = []
    var tokens: [Int] = []
    for sequence in 0..<sequenceCount {
      let cursor = cursor(atSequence: sequence)
      readTokens(cursor, into: &tokens)
      forEachOccurrence(cursor, limit: .max) { place, occurrence in
        guard let shown = text.text(sequence: sequence, place: place) else { return }
        passages.append(
          IndexedPassage(
            article: occurrence.article, kind: occurrence.kind, language: language(of: occurrence),
            unit: occurrence.unit.map { Occurrence.unitText($0) }, anchor: anchor(of: occurrence),
            text: shown, declared: occurrence.kind == .declared ? phrase(of: tokens) : nil))
      }
    }
    var seen: Set<IndexedPassage> = []
    let order = passages.indices.filter { seen.insert(passages[$0]).inserted }.sorted {
      passages[$0].article != passages[$1].article
        ? passages[$0].article < passages[$1].article : $0 < $1
    }
    return order.map { passages[$0] }
  }

  /// The codes that articles hold, canonical, in byte order; those of the front matter included.
  package var codes: [String] {
    var codes: [[UInt8]] = []
    let kind = TokenKind.code.rawValue
    for table in vocabulary.tables {
      table.forEach(bytes, from: table.lowerBound(bytes, [kind])) { _, key in
        guard key.first == kind else { return false }
        codes.append(Array(key.dropFirst()))
        return true
      }
    }
    return codes.sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func language(of occurrence: Occurrence) -> String {
    languages.indices.contains(occurrence.language) ? languages[occurrence.language] : locale
  }

  func anchor(of occurrence: Occurrence) -> String? {
    guard let number = occurrence.anchor else { return nil }
    if number < 0 { return occurrence.unit.map { "u" + Occurrence.unitText($0) } }
    return String(decoding: anchors.key(bytes, at: number), as: UTF8.self)
  }

  /// The words of a sequence with a blank between them; `nil` if one is a hole.
  private func phrase(of tokens: [Int]) -> String? {
    var phrase: [Unicode.Scalar] = []
    var isInRun = false
    for token in tokens {
      let key = vocabulary.key(bytes, of: token)
      guard let kind = key.first.flatMap({ TokenKind(rawValue: $0) }), kind != .hole else {
        return nil
      }
      let word = Array(String(decoding: key.dropFirst(), as: UTF8.self).unicodeScalars)
      let isPair = kind == .pair || kind == .kana
      if isPair, isInRun, word.count == 2, phrase.last == word.first {
        // Pairs overlap by one letter.
        phrase += word.dropFirst()
      } else {
        if !phrase.isEmpty { phrase.append(" ") }
        phrase += word
      }
      isInRun = isPair
    }
    return String(String.UnicodeScalarView(phrase))
  }
}
