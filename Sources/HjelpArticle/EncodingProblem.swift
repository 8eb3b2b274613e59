/// Why the bytes of a file are no text that can be compiled.
public struct EncodingProblem: Hashable, Sendable {
  /// The kinds of problem.
  public enum Kind: Sendable {
    /// A byte that UTF-8 does not have at this place.
    case invalidUTF8
    /// The byte order mark of UTF-16.
    case utf16
    /// A NUL.
    case nul
    /// A carriage return without a line feed behind it.
    case loneCarriageReturn
    /// A byte order mark that is not at the start.
    case secondByteOrderMark
  }

  /// The kind of problem.
  public let kind: Kind
  /// The place of the first one, in bytes from the start of the file.
  public let offset: Int

  /// The first problem in `bytes`, or `nil`.
  public static func first(in bytes: [UInt8]) -> EncodingProblem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return EncodingProblem(kind: .utf16, offset: 0)
    }
    let span = bytes.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      if byte < 0x80 {
        if byte == 0 { return EncodingProblem(kind: .nul, offset: index) }
        if byte == 0x0D, index + 1 == span.count || span[index + 1] != 0x0A {
          return EncodingProblem(kind: .loneCarriageReturn, offset: index)
        }
        index += 1
        continue
      }
      guard let length = sequenceLength(span, at: index) else {
        return EncodingProblem(kind: .invalidUTF8, offset: index)
      }
      if length == 3, index > 0, byte == 0xEF, span[index + 1] == 0xBB, span[index + 2] == 0xBF {
        return EncodingProblem(kind: .secondByteOrderMark, offset: index)
      }
      index += length
    }
    return nil
  }

  /// The length of the well-formed sequence at `index` (Unicode, table 3-7), or `nil`.
  private static func sequenceLength(_ span: borrowing Span<UInt8>, at index: Int) -> Int? {
    let first = span[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return nil
    }
    guard index + length <= span.count, second.contains(span[index + 1]) else { return nil }
    for offset in 2..<max(length, 2) where span[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
