internal import ArgumentParser

/// The formats of findings.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
