internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `list.extra`
  static let listExtra = Rule(
    id: "list.extra", severity: .warning,
    summary:
      "A translation begins a list, heading or quote that the source has not, or has lost it.",
    rationale: """
      A mark at the start of a line makes another block of the sentence: `7. april` becomes the seventh \
      item of a list. Write the mark as in the source, or put a backslash before it.
      """,
    messages: [extra, lost],
    flagged: [
      .body(unit("⟦7.⟧ april er fristen.", "April 7 is the deadline.")),
      .body(unit("⟦Vent litt⟧.", "- Wait a moment.")),
    ],
    accepted: [
      .body(unit("- Vent litt.", "* Wait a moment.")), .body(unit("**Vent** litt.", "Wait.")),
    ],
    check: { input in
      input.findings { pair, found in
        let target = marker(pair.targetBytes)
        let source = marker(pair.sourceBytes)
        guard target?.kind != source?.kind,
          isAtLineStart(pair.sides.target, pair.target.edition)
        else { return }
        if let target {
          let start = pair.unit.target.lowerBound
          found.append(
            pair.finding(
              "list.extra", .warning,
              extra.filled(String(decoding: pair.targetBytes.prefix(target.length), as: UTF8.self)),
              at: start..<start + target.length, source: pair.unit.source))
        } else if let source {
          found.append(
            pair.finding(
              "list.extra", .warning,
              lost.filled(String(decoding: pair.sourceBytes.prefix(source.length), as: UTF8.self)),
              at: pair.wholeTarget, source: pair.unit.source))
        }
      }
    })

  private enum Marker {
    case bullet, number, heading, quote
  }

  /// The mark that a half begins with, if a blank follows it.
  private static func marker(_ text: ArraySlice<UInt8>) -> (kind: Marker, length: Int)? {
    guard let first = text.first else { return nil }
    let next = text.startIndex + 1
    func isBlank(_ index: Int) -> Bool { index >= text.endIndex || text[index] <= 0x20 }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isBlank(next) ? (.bullet, 1) : nil
    case UInt8(ascii: "#"):
      let marks = text.prefix { $0 == UInt8(ascii: "#") }.count
      return marks <= 6 && isBlank(text.startIndex + marks) ? (.heading, marks) : nil
    case UInt8(ascii: ">"): return (.quote, 1)
    default:
      let digits = text.prefix { TextBytes.isDigit($0) }
      guard (1...9).contains(digits.count), digits.endIndex < text.endIndex,
        text[digits.endIndex] == UInt8(ascii: ".") || text[digits.endIndex] == UInt8(ascii: ")"),
        isBlank(digits.endIndex + 1), digits.endIndex + 1 < text.endIndex
      else { return nil }
      return (.number, digits.count + 1)
    }
  }

  /// Whether only marks of blocks stand before the unit on its line.
  private static func isAtLineStart(_ side: SideContent, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound - 1
    while index >= 0, side.document.markdown[index] != 0x0A {
      switch side.document.markdown[index] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        index -= 1
      default: return false
      }
    }
    return true
  }

  private static let extra: MessageTemplate =
    "'{mark}' begins a block that the source has not; put a backslash before the mark or remove it"
  private static let lost: MessageTemplate =
    "the source begins with '{mark}', the translation does not; write the mark as in the source"
}
