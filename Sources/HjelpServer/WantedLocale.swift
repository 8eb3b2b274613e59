internal import HjelpLocale

/// The locale that a request names.
enum WantedLocale {
  /// The locale of a well-formed tag, without the parts that help is not published in (variants,
  /// extensions); `nil` if nothing of it is left.
  ///
  /// What is no tag of BCP 47 is refused. A tag of a locale that is not there is not: negotiation
  /// finds the next one.
  static func read(_ text: String, field: String) throws(RequestProblem) -> LocaleTag? {
    if let locale = LocaleTag(text) { return locale }
    var parts = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }.map { String(decoding: Array($0), as: UTF8.self) }
    let isPrivate = parts.count > 1 && ["x", "X", "i", "I"].contains(parts[0])
    guard parts.allSatisfy(isSubtag), parts.count <= 16,
      isPrivate || (2...3).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy(isLetter)
    else {
      throw RequestProblem(
        .badLocale, field: field, "'\(field)' must be a language tag such as 'nb-NO' or 'ja'")
    }
    while !parts.isEmpty {
      if let locale = LocaleTag(parts.joined(separator: "-")) { return locale }
      parts.removeLast()
    }
    return nil
  }

  private static func isSubtag(_ part: String) -> Bool {
    (1...8).contains(part.utf8.count)
      && part.utf8.allSatisfy {
        isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
