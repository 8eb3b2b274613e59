internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `character.control`
  static let characterControl = Rule(
    id: "character.control", severity: .warning,
    summary: "The translation has an invisible character that the source has not.",
    rationale: """
      Nobody sees it, but search, links and copied commands fail on it. Remove it; the fix does it.
      """,
    messages: [message],
    flagged: [.body(unit("Vent li⟦\u{200B}⟧tt.", "Wait a moment."))],
    accepted: [
      .body(unit("می\u{200C}خواهم.", "I want."), locale: "fa-IR"),
      .body(unit("Familie 👨\u{200D}👩.", "Family.")),
    ],
    check: { input in
      guard !input.specials.isEmpty else { return [] }
      let usesJoiners = ["Arab", "Deva", "Beng", "Knda", "Mlym", "Sinh", "Khmr"]
        .contains(input.locale.likelyScript)
      let bytes = input.article.file.bytes
      return input.article.units.compactMap { unit in
        let found = input.specials(in: unit.target).filter { character in
          character.kind == .invisible
            || character.kind == .joiner && !usesJoiners
              && !(character.value == 0x200D && isBehindEmoji(bytes, character.range.lowerBound))
        }
        guard let first = found.first else { return nil }
        let known = Set(input.specials(in: unit.source).map(\.value))
        guard !known.contains(first.value) else { return nil }
        return Finding(
          rule: "character.control", severity: .warning,
          message: message.filled("U+" + String(first.value, radix: 16, uppercase: true)),
          unit: unit.name, range: first.range,
          fix: Fix(isSafe: true, edits: found.map { .init(range: $0.range, text: "") }))
      }
    })

  /// Whether a character of four bytes, or a variation selector, stands before a place.
  private static func isBehindEmoji(_ bytes: [UInt8], _ index: Int) -> Bool {
    let start = TextBytes.characterStart(bytes, before: index, limit: 0)
    return bytes[start] >= 0xF0 || bytes[start] == 0xEF || bytes[start] == 0xE2
  }

  private static let message: MessageTemplate =
    "the invisible character {character} stands here; remove it"
}
