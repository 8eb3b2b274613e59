internal import HjelpDiagnostics
internal import HjelpEncoding

/// JUnit XML: a suite for each file with findings, a test case for each finding.
///
/// What makes the run fail is a failure; the rest passes and says what was found. Without findings
/// one passing case says what was looked at, since some readers refuse an empty report.
enum JUnitReport {
  static func bytes(_ report: Report) -> [UInt8] {
    let failures = report.diagnostics.count { report.fails($0) }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"hjelp\" tests=\"\(max(report.diagnostics.count, 1))\" "
    text += "failures=\"\(failures)\" errors=\"0\">\n"
    var start = 0
    while start < report.diagnostics.count {
      let file = report.diagnostics[start].file
      var end = start
      while end < report.diagnostics.count,
        report.diagnostics[end].file.utf8.elementsEqual(file.utf8)
      {
        end += 1
      }
      text += suite(report.diagnostics[start..<end], of: report)
      start = end
    }
    if report.diagnostics.isEmpty {
      text += "<testsuite name=\"hjelp\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
      text += "<testcase classname=\"hjelp\" name=\"\(report.summary.line)\"/>\n</testsuite>\n"
    }
    text += "</testsuites>\n"
    return Array(text.utf8)
  }

  private static func suite(_ findings: ArraySlice<Diagnostic>, of report: Report) -> String {
    let file = escaped(findings.first?.file ?? "")
    let failures = findings.count { report.fails($0) }
    var text = "<testsuite name=\"\(file)\" tests=\"\(findings.count)\" "
    text += "failures=\"\(failures)\" errors=\"0\">\n"
    for finding in findings {
      let place = "\(finding.start.line):\(finding.start.column)"
      let message = escaped(finding.message)
      text += "<testcase classname=\"\(file)\" name=\"\(finding.rule) at \(place)\">\n"
      if report.fails(finding) {
        text += "<failure type=\"\(finding.severity.name)\" message=\"\(message)\">"
        text += "\(file):\(place): \(finding.severity.name): \(message) [\(finding.rule)]"
        text += "</failure>\n"
      } else {
        text += "<system-out>\(file):\(place): \(finding.severity.name): \(message) "
        text += "[\(finding.rule)]</system-out>\n"
      }
      text += "</testcase>\n"
    }
    return text + "</testsuite>\n"
  }

  private static func escaped(_ text: String) -> String {
    HTMLEscaping.escaped(ControlCharacters.escaped(text))
  }
}
