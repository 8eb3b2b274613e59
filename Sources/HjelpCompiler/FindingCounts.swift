internal import HjelpDiagnostics

/// How many findings there are of each severity.
struct FindingCounts: Sendable {
  private var (infos, warnings, errors) = (Int32(0), Int32(0), Int32(0))

  /// None.
  init() {}

  /// How many there are among these.
  init(of diagnostics: [Diagnostic]) {
    // By their places: a finding is many texts to copy.
    for index in diagnostics.indices { self[diagnostics[index].severity] += 1 }
  }

  /// How many there are of a severity.
  subscript(severity: Severity) -> Int {
    get {
      switch severity {
      case .info: Int(infos)
      case .warning: Int(warnings)
      case .error: Int(errors)
      }
    }
    set {
      switch severity {
      case .info: infos = Int32(newValue)
      case .warning: warnings = Int32(newValue)
      case .error: errors = Int32(newValue)
      }
    }
  }

  /// Adds as many as others are.
  mutating func add(_ others: FindingCounts) {
    for severity in Severity.allCases { self[severity] += others[severity] }
  }
}
