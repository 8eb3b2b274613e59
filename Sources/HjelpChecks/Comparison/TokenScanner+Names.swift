extension TokenScanner {
  /// Reads a name: a command, a file, a name with dots; returns where it ends.
  mutating func name(at start: Int, in range: Range<Int>) -> Int {
    let limit = range.upperBound
    var end = start
    while end < limit, TextBytes.isASCIIWord(text[end]) { end += 1 }
    if end < limit, (0xC3...0xCA).contains(text[end]) {
      // A word with Latin letters above ASCII.
      while end < limit, TextBytes.isWord(text[end]) { end += 1 }
      return end
    }
    let first = end
    // AADSTS50011
    if end - start > 6, text[start..<start + 6].elementsEqual("AADSTS".utf8),
      text[start + 6..<end].allSatisfy(TextBytes.isDigit)
    {
      add(.errorCode, start..<end)
      return end
    }
    if end < limit, text[end] == 0x2D, let noun = cmdlet(start..<end, limit: limit) {
      add(.cmdlet, start..<noun)
      return noun
    }
    var parts = 1
    var capitals = 0
    while end + 1 < limit {
      let isDot = text[end] == UInt8(ascii: ".")
      let isColons = text[end] == 0x3A && text[end + 1] == 0x3A
      let next = isColons ? end + 2 : end + 1
      guard isDot || isColons, next < limit, TextBytes.isLetter(text[next]) || text[next] == 0x5F
      else { break }
      var last = next
      while last < limit, TextBytes.isASCIIWord(text[last]) { last += 1 }
      if last < limit, (0xC3...0xCA).contains(text[last]), parts == 1 { break }
      if (0x41...0x5A).contains(text[next]) { capitals += 1 }
      parts += 1
      end = last
    }
    guard parts > 1 else { return first }
    let isColons = text[first] == UInt8(ascii: ":")
    if let last = text[start..<end].lastIndex(of: UInt8(ascii: ".")), parts == 2 || capitals == 0,
      FileExtension.isKnown(text[last + 1..<end]), last > start
    {
      add(.path, start..<end)
    } else if isColons || capitals == parts - 1, isDotted(start..<end, first: first, parts: parts) {
      add(.dotted, start..<end)
    } else if parts == 2 {
      return first
    }
    return end
  }

  /// Whether `a.B` is a name and not two sentences that lost their blank.
  private func isDotted(_ range: Range<Int>, first: Int, parts: Int) -> Bool {
    if text[first] == UInt8(ascii: ":") || parts > 2 { return first - range.lowerBound > 1 }
    if traits[range.lowerBound].contains(.code) { return true }
    if EnglishWords.count(in: text[first + 1..<range.upperBound]) > 0 { return false }
    let isUpper = text[range.lowerBound..<first].allSatisfy { (0x41...0x5A).contains($0) }
    return (0x41...0x5A).contains(text[range.lowerBound])
      && first - range.lowerBound > (isUpper ? 1 : 2)
  }

  /// The end of `Verb-Noun` with an approved verb.
  private func cmdlet(_ verb: Range<Int>, limit: Int) -> Int? {
    let start = verb.upperBound + 1
    guard start < limit, (0x41...0x5A).contains(text[start]) || traits[start].contains(.code),
      CmdletVerbs.contains(text[verb])
    else { return nil }
    var end = start
    while end < limit, TextBytes.isASCIIAlphanumeric(text[end]) { end += 1 }
    guard end - start >= 4, end == limit || text[end] != UInt8(ascii: "-"),
      !CmdletVerbs.isWordPart(text[start..<end])
    else { return nil }
    return end
  }
}
