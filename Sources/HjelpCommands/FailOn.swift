internal import ArgumentParser
internal import HjelpDiagnostics

/// From which severity on findings make the status 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  /// Whether findings of a severity do.
  func covers(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .never: false
    }
  }
}
