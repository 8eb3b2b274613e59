internal import Synchronization

/// The end of the process, which frees all memory at once.
enum ProcessEnd {
  private static let kept = Mutex<[any Sendable]>([])

  /// Keeps a value until the end of the process.
  ///
  /// To take thousands of articles apart right before it costs a twentieth of a check of few of them.
  static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
