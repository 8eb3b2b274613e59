/// Finds codes of the families that products show, and gives each its canonical form.
///
/// One HRESULT has one form, however it was written: `0x80070005`, `80070005`, `2147942405` and
/// `-2147024891` are all `0x80070005`.
enum CodeScanner {
  /// A code in a text.
  struct Code {
    /// The canonical form: lower case.
    var key: [UInt8]
    /// The scalar after it.
    var end: Int
  }

  /// The code that begins at `start`, a letter, a digit or a minus sign.
  static func code(in scalars: [UInt32], at start: Int) -> Code? {
    if start > 0, HoleScanner.isWordScalar(scalars[start - 1]) || scalars[start - 1] == 0x5F {
      return nil
    }
    switch scalars[start] {
    case 0x2D: return decimal(in: scalars, at: start)
    case 0x30...0x39:
      return hexadecimal(in: scalars, at: start) ?? decimal(in: scalars, at: start)
        ?? mailStatus(in: scalars, at: start) ?? pair(in: scalars, at: start)
        ?? bareHexadecimal(in: scalars, at: start)
    default:
      return bareHexadecimal(in: scalars, at: start) ?? constant(in: scalars, at: start)
        ?? prefixed(in: scalars, at: start)
    }
  }

  private static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  private static func isUpper(_ value: UInt32) -> Bool { value >= 0x41 && value <= 0x5A }

  private static func isHex(_ value: UInt32) -> Bool {
    isDigit(value) || value >= 0x41 && value <= 0x46 || value >= 0x61 && value <= 0x66
  }

  private static func endsWord(_ scalars: [UInt32], _ end: Int) -> Bool {
    guard end < scalars.count else { return true }
    return scalars[end] != 0x5F && !HoleScanner.isWordScalar(scalars[end])
  }

  private static func run(
    _ scalars: [UInt32], _ start: Int, while condition: (UInt32) -> Bool
  ) -> Int {
    var end = start
    while end < scalars.count, condition(scalars[end]) { end += 1 }
    return end
  }

  private static func lowered(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
    scalars.map { UInt8(truncatingIfNeeded: isUpper($0) ? $0 + 0x20 : $0) }
  }

  private static func canonical(_ digits: [UInt8]) -> [UInt8] {
    let significant = digits.drop { $0 == 0x30 }
    return [0x30, 0x78] + (significant.isEmpty ? [0x30] : Array(significant))
  }

  private static func hexadecimal(in scalars: [UInt32], at start: Int) -> Code? {
    guard scalars[start] == 0x30, start + 4 < scalars.count, scalars[start + 1] | 0x20 == 0x78
    else { return nil }
    let end = run(scalars, start + 2, while: isHex)
    guard end - start >= 5, end - start <= 18, endsWord(scalars, end) else { return nil }
    return Code(key: canonical(lowered(scalars[start + 2..<end])), end: end)
  }

  /// `80070005`, `C004F074`: eight hex digits of which the first is that of a failure.
  private static func bareHexadecimal(in scalars: [UInt32], at start: Int) -> Code? {
    guard [0x38, 0x43, 0x63].contains(scalars[start]) else { return nil }
    let end = run(scalars, start, while: isHex)
    guard end - start == 8, endsWord(scalars, end) else { return nil }
    let digits = scalars[start..<end].count { isDigit($0) }
    guard digits >= 4 else { return nil }
    if digits == 8, scalars[start + 1] != 0x30 { return nil }
    return Code(key: canonical(lowered(scalars[start..<end])), end: end)
  }

  /// An HRESULT as a decimal number, with or without its sign.
  private static func decimal(in scalars: [UInt32], at start: Int) -> Code? {
    let isNegative = scalars[start] == 0x2D
    let first = isNegative ? start + 1 : start
    let end = run(scalars, first, while: isDigit)
    guard end - first == 10, endsWord(scalars, end) else { return nil }
    let value = scalars[first..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let unsigned = isNegative ? (1 << 32) - value : value
    guard unsigned >= 1 << 31, unsigned < 1 << 32 else { return nil }
    return Code(key: canonical(Array(String(unsigned, radix: 16).utf8)), end: end)
  }

  /// An enhanced mail status: `5.7.750`.
  private static func mailStatus(in scalars: [UInt32], at start: Int) -> Code? {
    guard [0x32, 0x34, 0x35].contains(scalars[start]) else { return nil }
    if start > 0, scalars[start - 1] == 0x2E { return nil }
    var end = start + 1
    for _ in 0..<2 {
      guard end < scalars.count, scalars[end] == 0x2E else { return nil }
      let next = run(scalars, end + 1, while: isDigit)
      guard next > end + 1, next - end <= 4 else { return nil }
      end = next
    }
    let isLonger = end + 1 < scalars.count && scalars[end] == 0x2E && isDigit(scalars[end + 1])
    guard endsWord(scalars, end), !isLonger else { return nil }
    return Code(key: lowered(scalars[start..<end]), end: end)
  }

  /// A pair as Office shows it: `30088-26`.
  private static func pair(in scalars: [UInt32], at start: Int) -> Code? {
    let hyphen = run(scalars, start, while: isDigit)
    guard hyphen - start == 5, hyphen + 1 < scalars.count, scalars[hyphen] == 0x2D else {
      return nil
    }
    let end = run(scalars, hyphen + 1, while: isDigit)
    guard end > hyphen + 1, end - hyphen <= 5, endsWord(scalars, end) else { return nil }
    if end + 1 < scalars.count, scalars[end] == 0x2D, isDigit(scalars[end + 1]) { return nil }
    return Code(key: lowered(scalars[start..<end]), end: end)
  }

  /// A constant: `PR_TRANSPORT_MESSAGE_HEADERS`.
  private static func constant(in scalars: [UInt32], at start: Int) -> Code? {
    guard isUpper(scalars[start]) else { return nil }
    let end = run(scalars, start) { isUpper($0) || isDigit($0) || $0 == 0x5F }
    guard end - start >= 5, scalars[start..<end].dropLast().contains(0x5F),
      scalars[end - 1] != 0x5F,
      endsWord(scalars, end)
    else { return nil }
    return Code(key: lowered(scalars[start..<end]), end: end)
  }

  /// Capitals and digits: `AADSTS50011`, `KB5001330`; lower case too where the prefix is known.
  private static func prefixed(in scalars: [UInt32], at start: Int) -> Code? {
    let digits = run(scalars, start) { $0 < 0x80 && ScalarClass($0) == .letter }
    let end = run(scalars, digits, while: isDigit)
    guard digits - start >= 2, digits - start <= 8, end - digits >= 3, end - digits <= 9,
      endsWord(scalars, end)
    else { return nil }
    let prefix = lowered(scalars[start..<digits])
    guard scalars[start..<digits].allSatisfy(isUpper) || knownPrefixes.contains(prefix) else {
      return nil
    }
    return Code(key: prefix + lowered(scalars[digits..<end]), end: end)
  }

  private static let knownPrefixes = ["aadsts", "adsts", "aadds", "kb"].map { Array($0.utf8) }
}
