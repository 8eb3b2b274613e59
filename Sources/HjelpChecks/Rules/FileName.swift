internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `file.name`
  static let fileName = Rule(
    id: "file.name", severity: .warning,
    summary: "The name of a file cannot be used on every system.",
    rationale: """
      Windows reserves some names and characters, and hidden characters in a name mislead people. \
      Rename the file before somebody cannot check out the repository.
      """,
    messages: [reserved, character, edge, long],
    flagged: [
      Example("⟦⟧# Sync\n", locale: "en-US", path: "aux.md"),
      Example("⟦⟧# Sync\n", locale: "en-US", path: "what:now.md"),
    ],
    accepted: [Example("# Sync\n", locale: "en-US", path: "auxiliary/lpt.md")],
    check: { input in
      for part in input.article.id.bytes.split(separator: UInt8(ascii: "/")) {
        if let message = problem(of: Array(part)) {
          return [
            Finding(rule: "file.name", severity: .warning, message: message, range: 0..<0)
          ]
        }
      }
      return []
    })

  private static func problem(of part: [UInt8]) -> String? {
    let name = String(decoding: part, as: UTF8.self)
    let stem = part.prefix { $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
    if windows.contains(String(decoding: stem, as: UTF8.self)) { return reserved.filled(name) }
    if part.count + 5 > 255 { return long.filled(name) }
    for scalar in name.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 || value == 0x7F || (0x80...0x9F).contains(value)
      let isBidi =
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        || value == 0x200E || value == 0x200F
      if isControl || isBidi || "\\:*?\"<>|".unicodeScalars.contains(scalar) {
        return character.filled(name, "U+" + String(value, radix: 16, uppercase: true))
      }
    }
    if part.first == UInt8(ascii: ".") || part.last == UInt8(ascii: ".") || part.last == 0x20 {
      return edge.filled(name)
    }
    return nil
  }

  private static let windows: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  private static let reserved: MessageTemplate =
    "file name '{name}' is reserved on Windows; rename the file"
  private static let character: MessageTemplate =
    "file name '{name}' holds the character {character}, which not every system allows; rename the file"
  private static let edge: MessageTemplate =
    "file name '{name}' begins or ends with a dot or ends with a blank; rename the file"
  private static let long: MessageTemplate =
    "file name '{name}' is longer than 255 bytes with '.html'; rename the file"
}
