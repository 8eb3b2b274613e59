/// Runs of asterisks that the reader of a unit sees.
struct VisibleStars {
  struct Run {
    /// Where it stands in the text of its side.
    var range: Range<Int>
    /// Whether all of them stand behind backslashes.
    var isEscaped: Bool
  }

  private(set) var runs: [Run] = []

  init(_ side: SideContent, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard side.text[index] == UInt8(ascii: "*"), !side.traits[index].contains(.code) else {
        index += 1
        continue
      }
      let start = index
      var isEscaped = true
      while index < range.upperBound, side.text[index] == UInt8(ascii: "*") {
        if !side.traits[index].contains(.escaped) { isEscaped = false }
        index += 1
      }
      runs.append(Run(range: start..<index, isEscaped: isEscaped))
    }
  }

  /// The runs that were markup: two or more, or one that touches a word on one side alone.
  func marks(_ side: SideContent, _ range: Range<Int>, isEscaped: Bool) -> [Run] {
    runs.filter { run in
      guard run.isEscaped == isEscaped else { return false }
      if run.range.count >= 2 { return true }
      let before =
        run.range.lowerBound > range.lowerBound ? side.text[run.range.lowerBound - 1] : 0x20
      let after = run.range.upperBound < range.upperBound ? side.text[run.range.upperBound] : 0x20
      // `*.exe`, `a*`, `2 * 3` and `(*)` are no markup.
      return before <= 0x20 && TextBytes.isLetter(after)
    }
  }
}
