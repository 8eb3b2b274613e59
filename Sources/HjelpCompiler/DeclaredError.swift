internal import HjelpLocale
internal import HjelpLookup

/// Places the errors that an article declares in the sentence that quotes them.
enum DeclaredError {
  /// The passage of a declared error.
  ///
  /// It has the anchor of the first sentence that holds it in the language that it is declared in,
  /// and that sentence as its text: on a translation's page the anchor leads to the translation.
  static func passage(
    _ text: String, language: LocaleTag, among passages: [Passage]
  ) -> Passage {
    let parts = literalParts(of: text)
    let sentence = passages.first { passage in
      passage.kind == .sentence && passage.language == language.description
        && holds(parts, in: passage.text)
    }
    return Passage(
      kind: .declared, text: text, language: language.description, unit: sentence?.unit,
      anchor: sentence?.anchor, sentence: sentence?.text)
  }

  /// The words between the holes.
  private static func literalParts(of text: String) -> [[UInt8]] {
    text.split { $0 == "{" || $0 == "}" }.enumerated()
      .filter { number, _ in text.hasPrefix("{") ? number % 2 == 1 : number % 2 == 0 }
      .map { folded(String($0.element)) }.filter { !$0.isEmpty }
  }

  private static func holds(_ parts: [[UInt8]], in sentence: String) -> Bool {
    var rest = folded(sentence)[...]
    for part in parts {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return !parts.isEmpty
  }

  /// Lower case, blanks at the ends removed.
  private static func folded(_ text: String) -> [UInt8] {
    var bytes = Array(text.lowercased().utf8)[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return Array(bytes)
  }
}
