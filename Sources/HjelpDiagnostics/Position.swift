/// A place in a file.
public struct Position: Hashable, Sendable {
  /// UTF-8 bytes from the start of the file, from 0.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// Unicode scalars from the start of the line, from 1.
  public let column: Int
  /// UTF-8 bytes from the start of the line, from 1.
  public let byteColumn: Int

  /// A place with all figures known.
  public init(offset: Int, line: Int, column: Int, byteColumn: Int) {
    self.offset = offset
    self.line = line
    self.column = column
    self.byteColumn = byteColumn
  }
}
