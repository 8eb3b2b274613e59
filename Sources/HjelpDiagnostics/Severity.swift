/// How bad a finding is.
public enum Severity: Int, Comparable, CaseIterable, Sendable {
  /// Worth knowing; not in the default report.
  case info
  /// Probably wrong.
  case warning
  /// Wrong: what is published would be damaged.
  case error

  /// The severity with this name, as configuration and command line write it.
  public init?(_ name: String) {
    guard let severity = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  /// `info`, `warning` or `error`.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Orders by weight: `info` is the least.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
