/// What tokens weigh, in sixteenths of a bit.
///
/// Integers, so that every platform comes to the same bytes and the same order.
enum TokenWeights {
  /// One bit.
  static let bit = 16
  /// A number tells little by itself: what matters is that there is one.
  static let number = 1 * bit
  /// A word that no passage holds.
  static let unknown = 11 * bit
  /// A code that no passage holds.
  static let unknownCode = 2 * bit

  /// Sequences at which what was counted weighs as much as what is known of words beforehand.
  private static let trust = 1024

  /// The weight of a token that stands in `frequency` of `total` sequences.
  ///
  /// In a small index little is counted, so the length of a word speaks for it: everywhere short
  /// words are the common ones.
  ///
  /// - Parameter length: scalars of the token.
  static func weight(_ kind: TokenKind, length: Int, frequency: Int, total: Int) -> Int {
    let rarity = log2(max(total, 1)) - log2(max(frequency, 1))
    switch kind {
    case .hole: return 0
    case .number: return number
    case .word:
      let expected = min(2 * length - 1, 11) * bit
      return min(max(blend(rarity, expected, total), bit / 2), 14 * bit)
    case .code: return min(max(blend(rarity, 12 * bit, total), 8 * bit), 14 * bit)
    case .pair: return min(max(blend(rarity * 5 / 8, 6 * bit, total), bit / 4), 9 * bit)
    case .kana: return min(max(blend(rarity / 4, bit, total), bit / 8), 3 * bit)
    }
  }

  private static func blend(_ counted: Int, _ expected: Int, _ total: Int) -> Int {
    (counted * total + expected * trust) / (total + trust)
  }

  /// The binary logarithm of a number above 0, in sixteenths.
  static func log2(_ value: Int) -> Int {
    let whole = value.bitWidth - 1 - value.leadingZeroBitCount
    let fraction = whole >= 8 ? value >> (whole - 8) : value << (8 - whole)
    let x = fraction - 256
    return whole * 16 + (x * (344 - 88 * x / 256)) / 4096
  }
}
