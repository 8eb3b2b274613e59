/// Where a text stops being the JSON that its reader expects.
package struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// UTF-8 bytes from the start of the text.
  package let offset: Int
  /// What should have stood there.
  package let expected: String

  /// A place, and what should have stood there.
  package init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }

  /// One line for people: where, and what should have stood there.
  package var description: String { "byte \(offset): expected \(expected)" }
}
