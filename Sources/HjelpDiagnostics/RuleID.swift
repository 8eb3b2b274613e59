/// The name of a rule: a group and a word, such as `unit.missing-source`.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The whole name.
  public let description: String

  /// The name, if it is two or more words of small letters, digits and hyphens joined by dots.
  public init?(_ name: String) {
    let words = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard words.count >= 2, words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) })
    else { return nil }
    description = name
  }

  /// The name of a rule that stands in the program's own text.
  public init(stringLiteral name: StaticString) { description = name.description }

  /// The part before the first dot: `unit`.
  public var group: String { String(description.prefix { $0 != "." }) }

  /// Orders by the bytes of the name.
  public static func < (left: RuleID, right: RuleID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
