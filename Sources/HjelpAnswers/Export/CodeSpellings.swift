internal import HjelpLookup

/// A code, and the ways in which products write it.
package struct CodeSpellings: Sendable, Hashable {
  /// The canonical form: lower case, of a number hexadecimal without leading zeros.
  package let code: String
  /// The text that the lookup reads as this code and nothing else.
  package let query: String
  /// The spellings in lower case, the canonical one first; a hexadecimal number stands without
  /// leading zeros.
  package let forms: [String]

  /// The spellings of a code in its canonical form.
  package init(_ code: String) {
    self.code = code
    guard let value = Self.value(of: code) else {
      query = code.uppercased()
      forms = [code]
      return
    }
    let digits = String(value, radix: 16)
    let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    query = "0x" + padded
    var others: [String] = []
    if value <= UInt64(UInt32.max) {
      others = [padded, String(value), String(Int32(truncatingIfNeeded: value))]
    }
    // A number that the lookup does not take for this code is none in a database either.
    forms = [code] + others.filter { LookupNormalizer.codes(in: $0) == [code] }
  }

  private static func value(of code: String) -> UInt64? {
    code.hasPrefix("0x") ? UInt64(code.dropFirst(2), radix: 16) : nil
  }
}
