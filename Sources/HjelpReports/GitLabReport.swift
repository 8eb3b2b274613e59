internal import HjelpDiagnostics
internal import HjelpEncoding

/// GitLab Code Quality: a list of findings, each with a fingerprint that no other has.
enum GitLabReport {
  static func bytes(_ report: Report) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for (diagnostic, fingerprint) in zip(report.diagnostics, report.fingerprints) {
      json.lineBreak()
      json.beginObject()
      json.field("check_name", diagnostic.rule.description)
      json.field("description", ControlCharacters.escaped(diagnostic.message))
      json.field("severity", level(diagnostic.severity))
      json.field("fingerprint", fingerprint)
      json.beginObject("location")
      json.field("path", ControlCharacters.escaped(diagnostic.file))
      json.beginObject("positions")
      position("begin", diagnostic.start, &json)
      position("end", diagnostic.end, &json)
      json.endObject()
      json.endObject()
      json.endObject()
    }
    json.endArray()
    return json.bytes + [0x0A]
  }

  private static func position(
    _ key: StaticString, _ position: Position, _ json: inout JSONWriter
  ) {
    json.beginObject(key)
    json.field("line", position.line)
    json.field("column", position.column)
    json.endObject()
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
