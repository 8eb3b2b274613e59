internal import HjelpDiagnostics

/// The names of one kind that the source of a unit has and the target has not.
struct LostNames {
  /// A name, and where the target has it with blanks put in.
  struct Name {
    let pair: UnitPair
    let token: Token
    /// The place in the target's text.
    let spaced: Range<Int>?

    /// What the source has.
    var text: String { String(decoding: pair.sides.source.text[token.range], as: UTF8.self) }
  }

  private(set) var names: [Name] = []

  init(_ pair: UnitPair, _ kind: Token.Kind) {
    for token in pair.sourceTokens where token.kind == kind {
      let text = pair.sides.source.text[token.range]
      if Self.isKept(text, kind, pair) { continue }
      if names.contains(where: { pair.sides.source.text[$0.token.range].elementsEqual(text) }) {
        continue
      }
      let spaced =
        kind == .email || kind == .guid || kind == .errorCode
        ? nil : TokenSearch(pair: pair).spaced(text)
      names.append(Name(pair: pair, token: token, spaced: spaced))
    }
  }

  /// The findings: an error with a fix for each name that only blanks were put into, and one for all
  /// that are missing.
  func findings(
    _ rule: RuleID, _ severity: Severity, spaced: MessageTemplate, missing: MessageTemplate
  ) -> [Finding] {
    var findings: [Finding] = []
    var absent: Finding?
    for name in names {
      let pair = name.pair
      let source = pair.sourcePlace(name.token.range)
      if let range = name.spaced {
        findings.append(
          pair.finding(
            rule, .error, spaced.filled(name.text), at: pair.targetPlace(range), source: source,
            fix: Fix(isSafe: true, edits: Self.withoutBlanks(range, pair))))
      } else if absent == nil {
        absent = pair.finding(
          rule, severity, missing.filled(name.text), at: pair.wholeTarget, source: source,
          fix: replacement(of: name))
      } else {
        absent?.notes.append(.init(message: "the same holds for '\(name.text)'", range: source))
      }
    }
    return findings + [absent].compactMap(\.self)
  }

  /// The one name of the target that the source has not, in exchange for the one that is lost: likely
  /// and not certain.
  private func replacement(of name: Name) -> Fix? {
    let pair = name.pair
    guard names.count == 1 else { return nil }
    let target = pair.sides.target.text
    let source = pair.sides.source.text
    var others = pair.targetTokens.filter { token in
      token.kind == name.token.kind
        && !pair.sourceTokens.contains {
          TextBytes.equalsIgnoringCase(source[$0.range], target[token.range])
        }
    }.map(\.range)
    if others.isEmpty, name.token.kind == .cmdlet, let noun = translatedVerb(of: name) {
      others = [noun]
    }
    guard others.count == 1, let other = others.first else { return nil }
    return Fix(isSafe: false, edits: [.init(range: pair.targetPlace(other), text: name.text)])
  }

  /// Where the command stands with another verb: `Fjern-SPODeletedSite`.
  private func translatedVerb(of name: Name) -> Range<Int>? {
    let pair = name.pair
    let text = pair.sides.target.text
    let wanted = pair.sides.source.text[name.token.range]
    guard let hyphen = wanted.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let noun = wanted[hyphen...]
    let limit = pair.target.text
    var index = limit.lowerBound
    while index + noun.count <= limit.upperBound {
      defer { index += 1 }
      guard TextBytes.equalsIgnoringCase(text[index..<index + noun.count], noun) else { continue }
      var start = index
      while start > limit.lowerBound, TextBytes.isWord(text[start - 1]) { start -= 1 }
      let end = index + noun.count
      guard start < index, end == limit.upperBound || !TextBytes.isASCIIWord(text[end]) else {
        continue
      }
      return start..<end
    }
    return nil
  }

  /// The removal of each blank in a range of the target's text.
  private static func withoutBlanks(_ range: Range<Int>, _ pair: UnitPair) -> [Fix.Edit] {
    range.filter { pair.sides.target.text[$0] == 0x20 }.map {
      Fix.Edit(range: pair.targetPlace($0..<$0 + 1), text: "")
    }
  }

  private static func isKept(_ text: ArraySlice<UInt8>, _ kind: Token.Kind, _ pair: UnitPair)
    -> Bool
  {
    let search = TokenSearch(pair: pair)
    switch kind {
    case .path:
      // What stands in angle brackets is the reader's to fill in, and may be translated.
      var rest = text
      while let open = rest.firstIndex(of: UInt8(ascii: "<")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
      {
        if open > rest.startIndex, !search.contains(rest[..<open]) { return false }
        rest = rest[(close + 1)...]
      }
      if rest.isEmpty || search.contains(rest) { return true }
      // Languages without blanks may write what kind of file it is instead of the ending.
      guard pair.isUnspaced, let dot = rest.lastIndex(of: UInt8(ascii: ".")) else { return false }
      return dot - rest.startIndex >= 6 && search.contains(rest[..<dot])
    case .email: return search.contains(text, joins: [0x2D, 0x2E, 0x5F, 0x2B])
    case .errorCode: return search.contains(text, joins: [0x2E])
    default: return search.contains(text)
    }
  }
}
