/// Chooses the locale to answer in: one rule for site, lookup and server.
public struct LocaleNegotiation: Sendable {
  /// The locales that there are, in the order in which regions of a language are tried.
  public let available: [LocaleTag]
  /// The locale that always serves in the end.
  public let source: LocaleTag

  /// A choice among these locales.
  public init(available: [LocaleTag], source: LocaleTag) {
    self.available = available
    self.source = source
  }

  /// The best locale for the wanted ranges, the most wanted first; `source` if none fits.
  ///
  /// For each range in turn: the locale itself; RFC 4647 truncation (`nb-NO`, then `nb`); no and
  /// nn by nb; another region of the same language and script.
  public func best(for wanted: [LocaleTag]) -> LocaleTag {
    for range in wanted {
      if let found = match(range) { return found }
    }
    return source
  }

  /// The locale for an `Accept-Language` header.
  public func best(forAcceptLanguage header: String) -> LocaleTag {
    best(for: Self.ranges(inAcceptLanguage: header))
  }

  /// The ranges of an `Accept-Language` header, the most wanted first (RFC 9110, section 12.5.4).
  ///
  /// What is not a tag, `*`, and what has the weight 0 is left out.
  public static func ranges(inAcceptLanguage header: String) -> [LocaleTag] {
    var weighted: [(tag: LocaleTag, weight: Double)] = []
    for part in header.split(separator: ",").prefix(32) {
      let fields = part.split(separator: ";").map { trimmed($0) }
      guard let name = fields.first, let tag = LocaleTag(name) else { continue }
      var weight = 1.0
      for field in fields.dropFirst() where field.hasPrefix("q=") {
        weight = Double(field.dropFirst(2)) ?? 0
      }
      if weight > 0 { weighted.append((tag, weight)) }
    }
    // A stable sort: equal weights stay in the order of the header.
    return weighted.enumerated()
      .sorted { ($0.element.weight, -$0.offset) > ($1.element.weight, -$1.offset) }
      .map(\.element.tag)
  }

  private func match(_ range: LocaleTag) -> LocaleTag? {
    var languages = [range]
    if range.language == "no" || range.language == "nn" {
      let bokmål = ["nb", range.script, range.region].compactMap(\.self).joined(separator: "-")
      if let tag = LocaleTag(bokmål) { languages.append(tag) }
    }
    for candidate in languages {
      var current: LocaleTag? = candidate
      while let tag = current {
        if available.contains(tag) { return tag }
        current = tag.truncated
      }
      let sibling = available.first {
        $0.language == candidate.language && $0.likelyScript == candidate.likelyScript
      }
      if let sibling { return sibling }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
