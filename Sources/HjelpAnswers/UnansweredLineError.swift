/// Why a line is none of the log of unanswered questions.
public struct UnansweredLineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with the line, without its place.
  public let description: String
}
