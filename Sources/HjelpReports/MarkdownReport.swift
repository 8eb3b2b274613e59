internal import HjelpDiagnostics

/// A summary in Markdown, for the page of a CI run or a comment.
enum MarkdownReport {
  /// As many findings as are listed; a page of a run takes 1 MiB.
  private static let listed = 200

  static func bytes(_ report: Report) -> [UInt8] {
    var text = "## Hjelp\n\n\(report.summary.line)\n"
    guard !report.diagnostics.isEmpty else {
      return Array((text + "\nNo finding at the levels that are shown.\n").utf8)
    }
    text += "\n### By rule\n\n| Rule | Level | Findings | What it finds |\n|---|---|---:|---|\n"
    for row in rows(report) {
      text += "| `\(row.rule)` | \(row.severity.name) | \(row.count) | "
      text += "\(row.summary.map(escaped) ?? "") |\n"
    }
    let worst = report.worst(listed).map { report.diagnostics[$0] }
    text += "\n### Findings\n\n| Place | Level | Message | Rule |\n|---|---|---|---|\n"
    for finding in worst {
      let place = "\(finding.file):\(finding.start.line):\(finding.start.column)"
      text += "| \(escaped(place)) | \(finding.severity.name) | \(escaped(finding.message)) | "
      text += "`\(finding.rule)` |\n"
    }
    if report.diagnostics.count > worst.count {
      text += "\n\(report.diagnostics.count - worst.count) more findings are not listed; "
      text += "those of the highest level are.\n"
    }
    return Array(text.utf8)
  }

  private struct Row {
    var rule: RuleID
    var severity: Severity
    var count: Int
    var summary: String?
  }

  /// The rules with findings, the worst and most frequent first.
  private static func rows(_ report: Report) -> [Row] {
    var counts: [RuleID: [Severity: Int]] = [:]
    for finding in report.diagnostics {
      counts[finding.rule, default: [:]][finding.severity, default: 0] += 1
    }
    let summaries = Dictionary(
      report.rules.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    return counts.flatMap { rule, levels in
      levels.map { Row(rule: rule, severity: $0.key, count: $0.value, summary: summaries[rule]) }
    }.sorted {
      ($1.severity.rawValue, $1.count, $0.rule) < ($0.severity.rawValue, $0.count, $1.rule)
    }
  }

  /// A text that stands in a cell as it is: no markup, no tag, no cell's end.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in ControlCharacters.escaped(text).unicodeScalars {
      if "\\`*_{}[]<>#|~&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
