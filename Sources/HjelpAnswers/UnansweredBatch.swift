/// Counts that are written together, and with a database not twice.
public struct UnansweredBatch: Sendable, Hashable {
  /// A name that no other batch has.
  public let id: String
  /// The counts; no question stands twice on one day.
  public let lines: [UnansweredLine]

  /// A batch of these counts, with a name of its own.
  public init(lines: [UnansweredLine]) {
    var generator = SystemRandomNumberGenerator()
    id = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    self.lines = lines
  }
}
