internal import HjelpCompiler
internal import HjelpLocale
internal import HjelpLookup

extension FuzzTarget {
  /// The normal form is bounded, of one case and width, and normal already.
  static func checkNormalizer(_ bytes: [UInt8]) throws(Violation) {
    let text = String(decoding: bytes, as: UTF8.self)
    let normal = LookupNormalizer.normalise(text)
    try Violation.unless(
      normal.utf8.count <= 2 * text.utf8.count + 2,
      "\(text.utf8.count) bytes have a normal form of \(normal.utf8.count)")
    try Violation.unless(
      normal.isEmpty
        || !normal.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
          .contains { $0.isEmpty },
      "the normal form '\(normal)' has blanks to spare")
    try Violation.unless(
      !normal.utf8.contains { $0 < 0x20 || $0 == 0x7F || (0x41...0x5A).contains($0) },
      "the normal form '\(normal)' holds capitals or control characters")
    let words = normal.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    let codes = LookupNormalizer.codes(in: text)
    for code in codes {
      try Violation.unless(words.contains(code), "the code '\(code)' is not in \(words)")
    }
    // `#` stands for what varied. A code is in small letters here, in which it may be none; what has
    // digits may be a code or an address alone; an `ß` behind an apostrophe and the sign for Ångström keep
    // a mark. All else is normal already.
    let plain = words.filter { word in
      word != "#" && !codes.contains(word)
        && !word.unicodeScalars.contains {
          $0 == "ß" || $0 == "å" || $0.properties.numericType != nil
        }
    }
    let again = LookupNormalizer.normalise(plain.joined(separator: " "))
    try Violation.unless(
      plain.joined(separator: " ") == again, "the normal form of \(plain) is '\(again)'")
  }

  /// A tag is read back from how it is written; a header leads to a locale that there is.
  static func checkLocale(_ bytes: [UInt8]) throws(Violation) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let tag = LocaleTag(text) {
      try Violation.unless(
        LocaleTag(tag.description) == tag && tag.description.utf8.count == bytes.count,
        "'\(text)' is read as '\(tag)'")
      var shorter = tag.truncated
      var steps = 0
      while let next = shorter, steps < 4 {
        shorter = next.truncated
        steps += 1
      }
      try Violation.unless(steps <= 2, "'\(tag)' can be cut \(steps) times")
      try Violation.unless(
        LocaleTag(folder: text) == nil || LocaleTag(folder: text) == tag,
        "'\(text)' is another folder's tag")
      _ = (tag.direction, LanguageName.own(tag), LanguageName.withinText(tag))
    } else {
      try Violation.unless(LocaleTag(folder: text) == nil, "the folder '\(text)' has no tag")
    }
    let ranges = LocaleNegotiation.ranges(inAcceptLanguage: text)
    try Violation.unless(ranges.count <= 32, "\(ranges.count) ranges are taken from a header")
    let available = ["nb-NO", "zh-Hant-TW", "pt-BR", "ar-SA"].compactMap { LocaleTag($0) }
    let best = LocaleNegotiation(available: available, source: .americanEnglish)
      .best(forAcceptLanguage: text)
    try Violation.unless(
      available.contains(best) || best == .americanEnglish, "'\(text)' leads to '\(best)'")
  }

  /// A configuration is read, or refused with a line that the file has.
  static func checkConfiguration(_ bytes: [UInt8]) throws(Violation) {
    do throws(CompilerError) {
      _ = try ConfigurationReader.read(bytes, file: "hjelp.yml")
    } catch {
      guard case .configuration(let file, let line, let message) = error else {
        throw Violation(description: "a configuration is refused by '\(error)'")
      }
      // YAML ends a line at CR, LF, NEL, LS and PS.
      let text = String(decoding: bytes, as: UTF8.self)
      let lines =
        1 + text.unicodeScalars.count { "\r\n\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
      try Violation.unless(
        file == "hjelp.yml" && (1...lines).contains(line) && !message.isEmpty,
        "'\(error)' names no line of \(lines)")
    }
  }
}
