/// The formats of findings.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: place, message, the line and a mark under the place.
  case text
  /// For programs: DESIGN section 5.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// JUnit XML, for test reports.
  case junit
  /// Commands of a GitHub workflow, which become annotations.
  case github
  /// GitLab Code Quality.
  case gitlab
  /// Reviewdog's diagnostic format.
  case rdjson
  /// Commands of an Azure pipeline, which become issues of the run.
  case azure
  /// A summary in Markdown.
  case markdown

  /// The bytes of a report, in UTF-8, ending with a line end unless they are empty.
  ///
  /// - Parameter usesColor: Whether the text format is coloured.
  package func bytes(_ report: Report, usesColor: Bool = false) -> [UInt8] {
    switch self {
    case .text:
      let writer = TextReport(usesColor: usesColor)
      return Array(report.diagnostics.map { writer.text(of: $0) }.joined().utf8)
    case .json: return JSONReport.bytes(report)
    case .sarif: return SARIFReport(report).bytes()
    case .junit: return JUnitReport.bytes(report)
    case .github: return GitHubReport.bytes(report)
    case .gitlab: return GitLabReport.bytes(report)
    case .rdjson: return RDJSONReport.bytes(report)
    case .azure: return AzureReport.bytes(report)
    case .markdown: return MarkdownReport.bytes(report)
    }
  }
}
