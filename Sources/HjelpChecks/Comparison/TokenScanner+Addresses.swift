internal import HjelpArticle

extension TokenScanner {
  /// The URL in a word.
  func url(in range: Range<Int>) -> Range<Int>? {
    guard let colon = text[range].firstIndex(of: UInt8(ascii: ":")), colon + 2 < range.upperBound,
      text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = colon
    while start > range.lowerBound, TextBytes.isLetter(text[start - 1]) { start -= 1 }
    guard colon - start >= 3 else { return nil }
    var end = colon + 3
    while end < range.upperBound, text[end] < 0x80, ![0x22, 0x3C, 0x3E, 0x5D].contains(text[end]) {
      end += 1
    }
    while end > colon + 3, [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x21, 0x3F, 0x2A].contains(text[end - 1])
    {
      end -= 1
    }
    return start..<end
  }

  /// The e-mail address in a word.
  func email(in range: Range<Int>) -> Range<Int>? {
    guard let at = text[range].firstIndex(of: UInt8(ascii: "@")) else { return nil }
    var start = at
    while start > range.lowerBound, TextBytes.isEmailPart(text[start - 1]) { start -= 1 }
    var end = at + 1
    var hasDot = false
    while end < range.upperBound, TextBytes.isEmailPart(text[end]) {
      if text[end] == UInt8(ascii: "."), end + 1 < range.upperBound,
        TextBytes.isLetter(text[end + 1])
      {
        hasDot = true
      }
      end += 1
    }
    while end > at + 1, [0x2E, 0x2D, 0x5F].contains(text[end - 1]) { end -= 1 }
    while start < at, [0x2E, 0x2D].contains(text[start]) { start += 1 }
    guard start < at, hasDot else { return nil }
    return start..<end
  }

  /// A word with a backslash between names: a path of Windows, a part of one, or a registry key.
  func path(in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, [0x28, 0x22, 0x27, 0x2A, 0x5B, 0x2C].contains(text[start]) { start += 1 }
    // The name of a registry key may hold blanks: in brackets it ends with them.
    if start > range.lowerBound, text[start - 1] == UInt8(ascii: "["),
      text.matches("HKEY_", at: start),
      let close = text[start..<segmentEnd].firstIndex(of: UInt8(ascii: "]"))
    {
      return start..<close + 1
    }
    // A path ends at text of another script: `C:\Windowsで`.
    if let foreign = text[start..<end].firstIndex(where: { $0 >= 0x80 }) { end = foreign }
    while end > start,
      [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22, 0x27, 0x21, 0x3F, 0x2A, 0x5D].contains(text[end - 1])
    {
      end -= 1
    }
    if start < end, text[start] == UInt8(ascii: "%"),
      let close = text[(start + 1)..<end].firstIndex(of: UInt8(ascii: "%")), close + 1 < end,
      text[close + 1] == 0x5C
    {
      start = close + 1
    }
    guard let slash = text[start..<end].firstIndex(of: 0x5C) else { return nil }
    // What stands in brackets before a path is the reader's to fill in: `[user]\AppData\Local`.
    if slash > start, text[slash - 1] == UInt8(ascii: "]") { start = slash }
    let isDrive =
      slash == start + 2 && text[start + 1] == UInt8(ascii: ":") && TextBytes.isLetter(text[start])
    let joins =
      slash > start && slash + 1 < end && TextBytes.isWord(text[slash - 1])
      && TextBytes.isWord(text[slash + 1])
    let isShare =
      slash == start && start + 2 < end
      && (text[start + 1] == 0x5C
        || start > range.lowerBound && text[start - 1] == UInt8(ascii: "%")
        || text[(start + 1)..<end].contains(0x5C) && TextBytes.isWord(text[start + 1]))
    guard isDrive || joins || isShare else { return nil }
    // `domain\name` is the reader's own: a path has a root, two marks, or a name of a program's.
    let isPlain =
      !isDrive && !isShare && text[start..<end].count(where: { $0 == 0x5C }) == 1
      && !text[start..<end].contains { TextBytes.isDigit($0) || $0 == 0x5F || $0 == 0x2E }
      && zip(text[start..<end], text[start + 1..<end]).allSatisfy {
        !((0x61...0x7A).contains($0) && (0x41...0x5A).contains($1))
      }
    return isPlain ? nil : start..<end
  }
}
