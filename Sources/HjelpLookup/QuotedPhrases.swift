extension LookupNormalizer {
  /// The words that stand in quotation marks of any usual kind, in the order of the text.
  ///
  /// Marks do not nest; a pair that holds fewer than two scalars, or more than 240, is no phrase. A
  /// straight or curly single mark counts only at the edges of words, so that no apostrophe does.
  public static func quotedPhrases(in text: String) -> [String] {
    guard text.utf8.contains(where: isOfMark) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var phrases: [String] = []
    var index = 0
    while index < scalars.count {
      if let closers = closers(of: scalars[index].value), opens(scalars, index),
        let end = close(scalars, index, closers)
      {
        var phrase = String.UnicodeScalarView()
        phrase.append(contentsOf: scalars[index + 1..<end])
        phrases.append(String(phrase))
        index = end
      }
      index += 1
    }
    return phrases
  }

  /// Whether an opening mark can begin with a byte: most texts have none, nor letters that do.
  private static func isOfMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// What may close an opening mark; `nil` if the scalar is none.
  private static func closers(of value: UInt32) -> [UInt32]? {
    switch value {
    case 0x22, 0x27, 0xFF02: [value]
    case 0x201C, 0x201D: [0x201D, 0x201C]
    case 0x201E: [0x201C, 0x201D]
    case 0x2018: [0x2019]
    case 0x201A: [0x2018, 0x2019]
    case 0xAB: [0xBB]
    case 0xBB: [0xAB]
    case 0x2039: [0x203A]
    case 0x300C: [0x300D]
    case 0x300E: [0x300F]
    case 0x301D: [0x301F, 0x301E]
    case 0xFF62: [0xFF63]
    default: nil
    }
  }

  private static func isSingle(_ value: UInt32) -> Bool {
    value == 0x27 || value == 0x2018 || value == 0x2019
  }

  private static func isWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let kind = ScalarClass(scalars[index].value)
    return kind == .letter || kind == .digit
  }

  private static func opens(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1] != " " else { return false }
    return !isSingle(scalars[index].value) || !isWord(scalars, index - 1)
  }

  private static func close(
    _ scalars: [Unicode.Scalar], _ start: Int, _ closers: [UInt32]
  ) -> Int? {
    let limit = min(scalars.count, start + 242)
    var index = start + 1
    while index < limit {
      let value = scalars[index].value
      if value == 0x0A { return nil }
      if closers.contains(value), !isSingle(value) || !isWord(scalars, index + 1) {
        return index - start > 2 ? index : nil
      }
      index += 1
    }
    return nil
  }
}
