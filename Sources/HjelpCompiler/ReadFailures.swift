internal import Synchronization

/// What went wrong as articles were read again for what others need of them: a page that was made
/// without them is no page.
final class ReadFailures: Sendable {
  private let first = Mutex<CompilerError?>(nil)

  /// Keeps a failure, if it is the first.
  func add(_ error: CompilerError) { first.withLock { if $0 == nil { $0 = error } } }

  /// Throws the first failure, if there is one.
  func check() throws(CompilerError) {
    if let error = first.withLock({ $0 }) { throw error }
  }
}
