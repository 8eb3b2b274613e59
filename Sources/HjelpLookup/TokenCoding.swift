/// The limits of the token code: how many tokens have the shorter forms.
enum TokenCoding {
  /// Tokens below this take one byte.
  static let short = 192
  /// Tokens below this take two bytes: 62 first bytes, 256 second ones.
  static let medium = short + 62 * 256
  /// Tokens below this take three bytes, the rest five.
  static let long = medium + 0x10000
}
