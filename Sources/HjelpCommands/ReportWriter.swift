internal import Foundation
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpReports

/// Writes findings in the formats that there are.
struct ReportWriter {
  let report: CheckReport
  /// The least severity that is shown.
  let minimum: Severity

  private var shown: [Diagnostic] { report.diagnostics.filter { $0.severity >= minimum } }

  /// The findings in a format.
  func bytes(_ format: ReportFormat, usesColor: Bool = false) -> [UInt8] {
    switch format {
    case .text:
      let writer = TextReport(usesColor: usesColor)
      return Array(shown.map { writer.text(of: $0) }.joined().utf8)
    case .json:
      return JSONReport.bytes(
        shown,
        summary: .init(
          articles: report.articles, units: report.units,
          counts: Dictionary(
            uniqueKeysWithValues: Severity.allCases.map { ($0, report.count($0)) })))
    }
  }

  /// Writes reports to files.
  ///
  /// - Parameter targets: `FILE` for JSON, or `FORMAT=FILE`.
  func write(_ targets: [String]) throws {
    for target in targets {
      let parts = target.split(separator: "=", maxSplits: 1).map(String.init)
      var format = ReportFormat.json
      if parts.count == 2 {
        guard let named = ReportFormat(rawValue: parts[0]) else {
          throw CommandFailure(
            "--report '\(target)' names the format '\(parts[0])'; there are text and json")
        }
        format = named
      }
      try Self.write(bytes(format), to: parts.last ?? target)
    }
  }

  /// Writes a file whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure("'\(path)' cannot be written; name another file")
    }
  }

  /// One line on what was looked at and found.
  var summary: String {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return "\(count(report.articles, "article")), \(count(report.units, "unit")): "
      + "\(count(report.count(.error), "error")), \(count(report.count(.warning), "warning")), "
      + "\(count(report.count(.info), "info"))"
  }
}
