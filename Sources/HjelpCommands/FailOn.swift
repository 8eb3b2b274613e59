internal import ArgumentParser
internal import HjelpDiagnostics

/// From which severity on findings make the status 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  /// The least severity that does.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }

  /// Whether findings of a severity do.
  func covers(_ severity: Severity) -> Bool { self.severity.map { severity >= $0 } ?? false }
}
