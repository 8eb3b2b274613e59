internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpReports

/// Writes findings in the formats that there are.
struct ReportWriter {
  private var report: Report

  /// A writer of the findings from a severity on.
  init(report found: CheckReport, minimum: Severity, failOn: FailOn) {
    report = Report(
      diagnostics: minimum == .info
        ? found.diagnostics : found.diagnostics.filter { $0.severity >= minimum },
      summary: Self.summary(of: found),
      rules: RuleSet.all.map {
        Report.Rule(
          id: $0.id, severity: $0.severity, summary: $0.summary, rationale: $0.rationale)
      },
      version: HjelpCommand.version, failing: failOn.severity)
    report.fileName = found.fileName
  }

  /// The findings in a format.
  func bytes(_ format: ReportFormat, usesColor: Bool = false) -> [UInt8] {
    format.bytes(report, usesColor: usesColor)
  }

  /// A report that is to be written to a file.
  struct Target {
    let format: ReportFormat
    let path: String

    /// Reads `FILE` for JSON, or `FORMAT=FILE`.
    init(_ text: String) throws {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        format = .json
        path = text
        return
      }
      guard let named = ReportFormat(rawValue: parts[0]) else {
        let names = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(
          "--report '\(text)' names the format '\(parts[0])'; the formats are \(names)")
      }
      format = named
      path = parts[1]
    }
  }

  /// Writes reports to files.
  func write(_ targets: [Target]) throws {
    for target in targets { try Self.write(bytes(target.format), to: target.path) }
  }

  /// Writes a file whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do throws(CompilerError) {
      try FileWriter.replace(bytes, at: path)
    } catch {
      throw CommandFailure("'\(path)' cannot be written: \(error.description); name another file")
    }
  }

  /// One line on what was looked at and found.
  var summary: String { report.summary.line }

  /// What was looked at and found.
  static func summary(of found: CheckReport) -> Report.Summary {
    Report.Summary(articles: found.articles, units: found.units, counts: found.counts)
  }
}
