/// The scripts of letters in UTF-8, as far as strays are sought.
enum ScriptRange: UInt8, CaseIterable {
  case cyrillic, hebrew, arabic, thai, devanagari, hangul, kana, han

  /// The script of the character that begins at an index; `nil` for Latin, Greek, marks and what is
  /// not sought.
  static func script(_ text: [UInt8], at index: Int, limit: Int) -> ScriptRange? {
    let byte = text[index]
    guard byte >= 0xD0, index + 1 < limit else { return nil }
    switch byte {
    case 0xD0...0xD3: return .cyrillic
    case 0xD6: return text[index + 1] >= 0x90 ? .hebrew : nil
    case 0xD7: return .hebrew
    case 0xD8...0xDB: return .arabic
    case 0xE0:
      switch text[index + 1] {
      case 0xA4, 0xA5: return .devanagari
      case 0xB8, 0xB9: return .thai
      default: return nil
      }
    case 0xE3:
      guard index + 2 < limit else { return nil }
      // The middle dot and the sign of length are used with other scripts too.
      let isMark = text[index + 1] == 0x83 && text[index + 2] >= 0xBB
      return (0x81...0x83).contains(text[index + 1]) && !isMark ? .kana : nil
    case 0xE4...0xE9: return .han
    case 0xEA: return text[index + 1] >= 0xB0 ? .hangul : nil
    case 0xEB, 0xEC: return .hangul
    case 0xED: return text[index + 1] <= 0x9E ? .hangul : nil
    default: return nil
    }
  }

  /// The scripts that text of a language's script is written in.
  static func expected(in script: String) -> Set<ScriptRange> {
    switch script {
    case "Cyrl": [.cyrillic]
    case "Hebr": [.hebrew]
    case "Arab": [.arabic]
    case "Thai": [.thai]
    case "Deva": [.devanagari]
    case "Kore": [.hangul, .han]
    case "Jpan": [.kana, .han]
    case "Hans", "Hant": [.han]
    default: []
    }
  }

  /// The first bytes of letters of all scripts but these, as bits from 0xC0 on.
  static func leads(besides expected: Set<ScriptRange>) -> UInt64 {
    allCases.filter { !expected.contains($0) }.reduce(0) { $0 | $1.leads }
  }

  private var leads: UInt64 {
    func bits(_ range: ClosedRange<UInt64>) -> UInt64 {
      range.reduce(0) { $0 | 1 << ($1 - 0xC0) }
    }
    return switch self {
    case .cyrillic: bits(0xD0...0xD3)
    case .hebrew: bits(0xD6...0xD7)
    case .arabic: bits(0xD8...0xDB)
    case .thai, .devanagari: bits(0xE0...0xE0)
    case .hangul: bits(0xEA...0xED)
    case .kana: bits(0xE3...0xE3)
    case .han: bits(0xE4...0xE9)
    }
  }
}
