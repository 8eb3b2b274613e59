/// Why a database does not do what it was asked.
public struct DatabaseError: Error, Sendable, CustomStringConvertible {
  /// The words of the database or of its client library, on one line and without a password.
  public let description: String
  /// Whether the same would happen again with the same data: the data itself is refused.
  public let isLasting: Bool

  /// An error of these words; line ends in them become blanks.
  init(_ words: String, isLasting: Bool = false) {
    description = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.isLasting = isLasting
  }
}
