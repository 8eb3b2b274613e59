/// The identifier that joins the two halves of a unit: `e8e74-105`, `1b19e-p113`.
public struct UnitID: Hashable, Sendable, CustomStringConvertible {
  /// The whole identifier.
  public let description: String
  /// The number after the hyphen, and after the `p` of a merged unit.
  public let number: Int
  /// Whether the translator made the unit of two or more source sentences (`pNNN`).
  ///
  /// Merged units have a counter of their own: `p101` and `101` can both be in a file.
  public let isMerged: Bool

  /// Reads an identifier: five small hexadecimal digits, a hyphen, an optional `p`, three or four
  /// digits; `nil` if it is not of that form.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 9, bytes[5] == UInt8(ascii: "-"), bytes[..<5].allSatisfy(Self.isHex) else {
      return nil
    }
    let isMerged = bytes[6] == UInt8(ascii: "p")
    let digits = bytes[(isMerged ? 7 : 6)...]
    guard (3...4).contains(digits.count), digits.allSatisfy(Self.isDigit) else { return nil }
    description = text
    self.isMerged = isMerged
    number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The part before the hyphen: the same in the whole file.
  public var prefix: String { String(description.prefix(5)) }

  /// The part after the hyphen: with the file, the key of the unit.
  public var suffix: String { String(description.dropFirst(6)) }

  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
