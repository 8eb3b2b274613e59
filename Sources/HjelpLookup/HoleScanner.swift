/// Finds what varies from one showing of a message to the next.
enum HoleScanner {
  /// A stretch that counts as a hole.
  struct Hole {
    /// The canonical text for a GUID, which may be a code of the front matter; else empty.
    var key: [UInt8]
    /// The scalar after it.
    var end: Int
  }

  /// A placeholder of a format string: `{0}`, `{name}`, `<address>`, `%s`, `%1!d!`, `%TEMP%`.
  static func placeholder(in scalars: [UInt32], at start: Int) -> Hole? {
    switch scalars[start] {
    case 0x7B: enclosed(in: scalars, from: start, by: 0x7D)
    case 0x3C: enclosed(in: scalars, from: start, by: 0x3E)
    case 0x25: format(in: scalars, from: start)
    default: nil
    }
  }

  /// A GUID, URL, address, path, time or date that begins at `start`.
  static func hole(in scalars: [UInt32], at start: Int) -> Hole? {
    if start > 0, isWordScalar(scalars[start - 1]) { return nil }
    var chunk = Chunk(scalars, from: start)
    guard chunk.isTelling else { return nil }
    if let end = urlEnd(in: scalars, from: start, chunk) { return Hole(key: [], end: end) }
    if let end = pathEnd(in: scalars, from: start) { return Hole(key: [], end: end) }
    chunk.trim(scalars)
    if chunk.isAddress(scalars) || chunk.isTimeOrDate(scalars) || chunk.isNetworkAddress(scalars) {
      return Hole(key: [], end: chunk.end)
    }
    if let end = guidEnd(in: scalars, from: start) {
      return Hole(key: scalars[start..<end].map { lowered($0) }, end: end)
    }
    return nil
  }

  private static func lowered(_ value: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: MarkFolding.folded(value))
  }

  /// True for letters and digits of scripts with blanks.
  static func isWordScalar(_ value: UInt32) -> Bool {
    let kind = ScalarClass(value)
    return kind == .letter || kind == .digit
  }

  private static func enclosed(in scalars: [UInt32], from start: Int, by close: UInt32) -> Hole? {
    var index = start + 1
    let limit = min(scalars.count, start + 42)
    guard index < limit, scalars[start] != 0x3C || scalars[index] != 0x20 else { return nil }
    while index < limit, scalars[index] != close {
      if scalars[index] == scalars[start] || scalars[index] == 0x0A { return nil }
      index += 1
    }
    guard index < limit, index > start + 1 else { return nil }
    if guidEnd(in: scalars, from: start + 1) == index {
      return Hole(key: scalars[start + 1..<index].map { lowered($0) }, end: index + 1)
    }
    // `<5.7.750>` is a code in brackets; `<SERVER_NAME>` is a placeholder.
    if let code = CodeScanner.code(in: scalars, at: start + 1), code.end == index,
      code.key.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), !code.key.contains(0x5F)
    {
      return nil
    }
    return Hole(key: [], end: index + 1)
  }

  /// The scalar after an escape of JSON or of a string of C that begins at `start`: `\r`, `\n`, `\t`,
  /// `\u0020`; nil if it is none. `\new` begins a path.
  static func escapeEnd(in scalars: [UInt32], at start: Int) -> Int? {
    guard scalars[start] == 0x5C, start + 1 < scalars.count else { return nil }
    switch scalars[start + 1] {
    case 0x6E, 0x72, 0x74:
      let after = start + 2 < scalars.count ? scalars[start + 2] : 0x20
      let isName = after >= 0x61 && after <= 0x7A || after == 0x5F
      return isName ? nil : start + 2
    case 0x75:
      guard start + 6 <= scalars.count, scalars[start + 2..<start + 6].allSatisfy({ isHex($0) })
      else { return nil }
      return start + 6
    default: return nil
    }
  }

  private static func format(in scalars: [UInt32], from start: Int) -> Hole? {
    var end = start + 1
    while end < scalars.count, end - start < 40, isWordScalar(scalars[end]) || scalars[end] == 0x5F
    {
      end += 1
    }
    if end < scalars.count, scalars[end] == 0x25, end > start + 1 {
      return Hole(key: [], end: end + 1)
    }
    if end < scalars.count, scalars[end] == 0x21 {
      var close = end + 1
      while close < scalars.count, close - end < 8, isWordScalar(scalars[close]) { close += 1 }
      if close < scalars.count, scalars[close] == 0x21 { return Hole(key: [], end: close + 1) }
    }
    let length = end - start - 1
    if length == 0, end < scalars.count, scalars[end] == 0x40 { return Hole(key: [], end: end + 1) }
    if let end = longFormatEnd(in: scalars, from: start) { return Hole(key: [], end: end) }
    return length == 1 || length == 2 || length == 3 ? Hole(key: [], end: end) : nil
  }

  /// `%1$s`, `%.2f`, `%-5s`: a place, flags or a width with marks, and a letter.
  private static func longFormatEnd(in scalars: [UInt32], from start: Int) -> Int? {
    var end = start + 1
    var hasMark = false
    while end < scalars.count, end - start < 10,
      "0123456789.$-+".unicodeScalars.contains(where: { $0.value == scalars[end] })
    {
      if !(0x30...0x39).contains(scalars[end]) { hasMark = true }
      end += 1
    }
    while end < scalars.count, scalars[end] == 0x6C, end - start < 12 { end += 1 }
    guard hasMark, end < scalars.count,
      "dufsxXcegi@".unicodeScalars.contains(where: { $0.value == scalars[end] })
    else { return nil }
    let after = end + 1 < scalars.count ? scalars[end + 1] : 0x20
    return isWordScalar(after) ? nil : end + 1
  }

  private static func isEnd(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x22, 0x27, 0x3C, 0x3E, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x7C, 0x2C, 0x3B:
      true
    default: false
    }
  }

  private static func urlEnd(in scalars: [UInt32], from start: Int, _ chunk: Chunk) -> Int? {
    var colon = start
    while colon < chunk.end, ScalarClass(scalars[colon]) == .letter { colon += 1 }
    let hasScheme =
      colon > start + 1 && colon + 2 < scalars.count && scalars[colon] == 0x3A
      && scalars[colon + 1] == 0x2F && scalars[colon + 2] == 0x2F
    let isWeb =
      start + 4 < chunk.end && scalars[start + 3] == 0x2E
      && scalars[start..<start + 3].allSatisfy { $0 | 0x20 == 0x77 }
    guard hasScheme || isWeb else { return nil }
    var end = start
    while end < scalars.count, !isEnd(scalars[end]) || scalars[end] == 0x2C || scalars[end] == 0x3B,
      ScalarClass(scalars[end]) != .ideograph, scalars[end] != 0x20
    {
      end += 1
    }
    return end
  }

  /// `C:\a\b`, `\\server\share`, `DOMAIN\user`, `/a/b`, `~/a`.
  private static func pathEnd(in scalars: [UInt32], from start: Int) -> Int? {
    let first = scalars[start]
    var backslashes = 0
    var slashes = 0
    var end = start
    let limit = min(scalars.count, start + Chunk.longest)
    while end < limit, !isEnd(scalars[end]), ScalarClass(scalars[end]) != .ideograph {
      if scalars[end] == 0x5C { backslashes += 1 }
      if scalars[end] == 0x2F { slashes += 1 }
      end += 1
    }
    if backslashes > 0, end - start > 3 {
      let isDrive = end > start + 2 && scalars[start + 1] == 0x3A && scalars[start + 2] == 0x5C
      let isName = isWordScalar(first) && isAccount(scalars, from: start)
      if first == 0x5C || isDrive || isName { return pathTail(in: scalars, from: end) }
    }
    let isPath = slashes > 1 && (first == 0x2F || first == 0x7E)
    return isPath ? pathTail(in: scalars, from: end) : nil
  }

  /// True for `DOMAIN\user`, whose backslash is no escape and whose domain is no code.
  private static func isAccount(_ scalars: [UInt32], from start: Int) -> Bool {
    guard let mark = scalars[start...].firstIndex(of: 0x5C),
      escapeEnd(in: scalars, at: mark) == nil
    else { return false }
    return CodeScanner.code(in: scalars, at: start).map { $0.end > mark } ?? true
  }

  private static func pathTail(in scalars: [UInt32], from start: Int) -> Int {
    var end = start
    while end < scalars.count, !isEnd(scalars[end]), ScalarClass(scalars[end]) != .ideograph {
      end += 1
    }
    return end
  }

  private static func isHex(_ value: UInt32) -> Bool {
    value >= 0x30 && value <= 0x39 || value >= 0x41 && value <= 0x46
      || value >= 0x61 && value <= 0x66
  }

  /// Five groups of hex digits, 8-4-4-4-12, the last of them perhaps cut.
  private static func guidEnd(in scalars: [UInt32], from start: Int) -> Int? {
    var index = start
    for length in [8, 4, 4, 4] {
      var count = 0
      while index < scalars.count, isHex(scalars[index]) {
        count += 1
        index += 1
      }
      guard abs(count - length) <= 1, index < scalars.count, scalars[index] == 0x2D else {
        return nil
      }
      index += 1
    }
    let last = index
    while index < scalars.count, isHex(scalars[index]) { index += 1 }
    return index - last >= 4 ? index : nil
  }
}
