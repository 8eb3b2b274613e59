/// The words of a source text without what may differ between two copies of one version: escapes,
/// entities, the locale in the destination of a link, alternatives of images, blanks, line ends; and
/// without fenced code, which has a rule of its own.
enum SourceWording {
  /// The wording of a Markdown text; blanks are folded, also at both ends.
  static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
    let text = Array(text)
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "`") where opensFence(index, in: text):
        index = end(ofFence: index, in: text)
        continue
      case UInt8(ascii: "!") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "["):
        result.append(contentsOf: "![".utf8)
        index = end(ofAlternative: index + 2, in: text)
        continue
      case UInt8(ascii: "\\") where index + 1 < text.count && isPunctuation(text[index + 1]):
        result.append(text[index + 1])
        index += 2
        continue
      case UInt8(ascii: "&"):
        if let (mark, count) = reference(text[index...]) {
          append(mark, &result)
          index += count
          continue
        }
        result.append(byte)
      case UInt8(ascii: "]") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "("):
        result.append(byte)
        if let inner = parentheses(at: index + 1, in: text) {
          // A title behind the destination does not count.
          let destination = text[inner].prefix { $0 > 0x20 }
          result.append(UInt8(ascii: "("))
          result += LinkComparison.normalized(Array(destination), isBare: false)
          result.append(UInt8(ascii: ")"))
          index = inner.upperBound + 1
          continue
        }
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0:
        append(0x20, &result)
        index += 2
        continue
      default: append(byte, &result)
      }
      index += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// What of a wording tells sentences apart where marks do not: letters and digits, case ignored.
  static func letters(_ wording: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    var isSymbol = false
    for byte in wording {
      // The signs of U+0080 to U+00BF, such as ®, are no letters.
      if byte >= 0x80 {
        if byte == 0xC2 { isSymbol = true }
        if !isSymbol { letters.append(byte) }
        if byte < 0xC0 { isSymbol = false }
      } else if TextBytes.isASCIIAlphanumeric(byte) {
        letters.append(TextBytes.lowered(byte))
      }
    }
    return letters
  }

  private static func opensFence(_ index: Int, in text: [UInt8]) -> Bool {
    guard text[index...].starts(with: "```".utf8) else { return false }
    var before = index
    while before > 0, text[before - 1] == 0x20 || text[before - 1] == UInt8(ascii: ">") {
      before -= 1
    }
    return before == 0 || text[before - 1] == 0x0A
  }

  /// The offset behind the line that closes a fence; the end of the text if none does.
  private static func end(ofFence open: Int, in text: [UInt8]) -> Int {
    var index = open
    while index < text.count {
      let line = text[index...].firstIndex(of: 0x0A) ?? text.count
      let isClosing =
        index > open
        && text[index..<line].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
          .starts(with: "```".utf8)
      index = min(line + 1, text.count)
      if isClosing { return index }
    }
    return text.count
  }

  /// The offset of the bracket that closes an image's alternative; that of its start if none does on
  /// its line.
  private static func end(ofAlternative start: Int, in text: [UInt8]) -> Int {
    var index = start
    while index < text.count, text[index] != 0x0A {
      if text[index] == UInt8(ascii: "]") { return index }
      index += 1
    }
    return start
  }

  private static func append(_ byte: UInt8, _ result: inout [UInt8]) {
    if byte > 0x20 {
      result.append(byte)
    } else if let last = result.last, last != 0x20 {
      result.append(0x20)
    }
  }

  /// The character that a reference stands for, where it is one that is written in both ways.
  private static func reference(_ text: ArraySlice<UInt8>) -> (UInt8, count: Int)? {
    for (name, mark) in references where text.starts(with: name.utf8) {
      return (mark, name.utf8.count)
    }
    return nil
  }

  private static let references: [(String, UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&#39;", 0x27),
    ("&nbsp;", 0x20), ("&#42;", 0x2A), ("&#124;", 0x7C), ("&#95;", 0x5F),
  ]

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// What stands in the parentheses that open at a place; `nil` if they are not closed on their line.
  private static func parentheses(at open: Int, in text: [UInt8]) -> Range<Int>? {
    var depth = 0
    var index = open
    while index < text.count, text[index] != 0x0A {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return open + 1..<index }
      }
      index += 1
    }
    return nil
  }
}
