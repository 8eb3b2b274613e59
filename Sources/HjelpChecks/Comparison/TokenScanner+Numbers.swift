extension TokenScanner {
  /// Reads digits: a number, a code or a version; returns where they end.
  mutating func digits(at start: Int, in range: Range<Int>, isStart: Bool) -> Int {
    let limit = range.upperBound
    var end = start
    if isStart, text[start] == UInt8(ascii: "0"), start + 1 < limit,
      text[start + 1] | 0x20 == UInt8(ascii: "x")
    {
      end = start + 2
      while end < limit, TextBytes.isHexDigit(text[end]) { end += 1 }
      if end - start >= 5 {
        add(.errorCode, start..<end)
        return end
      }
      while end < limit, TextBytes.isASCIIWord(text[end]) { end += 1 }
      return end
    }
    while end < limit, TextBytes.isDigit(text[end]) { end += 1 }
    guard isStart else {
      // Digits behind letters belong to the name.
      return end
    }
    if end - start == 5, end + 1 < limit, text[end] == UInt8(ascii: "-"),
      TextBytes.isDigit(text[end + 1]), start == range.lowerBound || text[start - 1] != 0x2D
    {
      var last = end + 1
      while last < limit, TextBytes.isDigit(text[last]) { last += 1 }
      if last - end <= 5, last == limit || !TextBytes.isWord(text[last]),
        last >= limit
          || text[last] != 0x2D
      {
        add(.errorCode, start..<last)
        return last
      }
    }
    // Groups, decimals, times and versions: digits joined by one mark.
    var dots = 0
    while end + 1 < limit, TextBytes.isDigit(text[end + 1]),
      [0x2E, 0x2C, 0x3A].contains(text[end])
    {
      if text[end] == UInt8(ascii: ".") { dots += 1 }
      end += 1
      while end < limit, TextBytes.isDigit(text[end]) { end += 1 }
    }
    add(dots >= 2 && isVersion(start..<end) ? .errorCode : .number, start..<end)
    return end
  }

  /// Whether `1.2.3` is a version or a code and no grouped number or date.
  private func isVersion(_ range: Range<Int>) -> Bool {
    let groups = text[range].split { !TextBytes.isDigit($0) }
    let isGrouped = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    let isDate =
      groups.count == 3 && groups[2].count == 4 && groups[0].count <= 2 && groups[1].count <= 2
      && (groups[2].starts(with: "19".utf8) || groups[2].starts(with: "20".utf8))
    return !isGrouped && !isDate
  }

  /// A GUID that begins here.
  func guid(at start: Int, limit: Int) -> Range<Int>? {
    guard start + 36 <= limit, text[start + 8] == 0x2D else { return nil }
    for (index, byte) in text[start..<start + 36].enumerated() {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      guard isHyphen ? byte == 0x2D : TextBytes.isHexDigit(byte) else { return nil }
    }
    guard start + 36 == limit || !TextBytes.isWord(text[start + 36]) else { return nil }
    return start..<start + 36
  }
}
