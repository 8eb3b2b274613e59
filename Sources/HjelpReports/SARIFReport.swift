internal import HjelpDiagnostics
internal import HjelpEncoding

/// SARIF 2.1.0 for code scanning. Columns count Unicode code points, ranges bytes too.
struct SARIFReport {
  /// As many results as code scanning takes of a run; those of the highest levels are kept.
  static let limit = 25_000

  private let report: Report
  private let ruleIndices: [RuleID: Int]

  init(_ report: Report) {
    self.report = report
    ruleIndices = Dictionary(
      report.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func bytes() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.field("version", "2.1.0")
    json.beginArray("runs")
    json.beginObject()
    json.lineBreak()
    writeTool(&json)
    json.field("columnKind", "unicodeCodePoints")
    let kept = report.worst(Self.limit)
    writeInvocation(omitted: report.diagnostics.count - kept.count, &json)
    json.beginArray("results")
    let fingerprints = report.fingerprints
    for index in kept {
      json.lineBreak()
      write(report.diagnostics[index], fingerprints[index], &json)
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }

  private func writeTool(_ json: inout JSONWriter) {
    json.beginObject("tool")
    json.beginObject("driver")
    json.field("name", "Hjelp")
    json.field("version", report.version)
    json.field("semanticVersion", report.version)
    json.beginArray("rules")
    for rule in report.rules {
      json.lineBreak()
      json.beginObject()
      json.field("id", rule.id.description)
      text("shortDescription", rule.summary, &json)
      text("fullDescription", rule.rationale, &json)
      json.beginObject("help")
      json.field("text", "\(rule.summary)\n\n\(rule.rationale)")
      json.field("markdown", "\(rule.summary)\n\n\(rule.rationale)")
      json.endObject()
      json.beginObject("defaultConfiguration")
      json.field("level", Self.level(rule.severity))
      json.endObject()
      json.beginObject("properties")
      json.beginArray("tags")
      json.element("translation")
      json.element(rule.id.group)
      json.endArray()
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private func writeInvocation(omitted: Int, _ json: inout JSONWriter) {
    json.beginArray("invocations")
    json.beginObject()
    json.field("executionSuccessful", true)
    if omitted > 0 {
      json.beginArray("toolExecutionNotifications")
      json.beginObject()
      json.field("level", "warning")
      text(
        "message",
        "\(omitted) findings of the lowest levels are left out: code scanning takes "
          + "\(Self.limit) results", &json)
      json.endObject()
      json.endArray()
    }
    json.endObject()
    json.endArray()
  }

  private func write(_ diagnostic: Diagnostic, _ fingerprint: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.field("ruleId", diagnostic.rule.description)
    if let index = ruleIndices[diagnostic.rule] { json.field("ruleIndex", index) }
    json.field("level", Self.level(diagnostic.severity))
    text("message", ControlCharacters.escaped(diagnostic.message), &json)
    json.beginArray("locations")
    json.beginObject()
    writePlace(diagnostic, diagnostic.start, diagnostic.end, &json)
    if let unit = diagnostic.unit {
      json.beginArray("logicalLocations")
      json.beginObject()
      json.field("name", ControlCharacters.escaped(unit))
      json.field("kind", "element")
      json.endObject()
      json.endArray()
    }
    json.endObject()
    json.endArray()
    json.beginObject("partialFingerprints")
    // The first name is the one that code scanning matches alerts by.
    json.field("primaryLocationLineHash", fingerprint + ":1")
    json.field("hjelpFinding/v1", fingerprint)
    json.endObject()
    if !diagnostic.notes.isEmpty { writeNotes(diagnostic, &json) }
    if let fix = diagnostic.fix { write(fix, of: diagnostic, &json) }
    json.endObject()
  }

  private func writeNotes(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    json.beginArray("relatedLocations")
    for (index, note) in diagnostic.notes.enumerated() {
      json.beginObject()
      json.field("id", index + 1)
      writePlace(diagnostic, note.start, note.end, &json)
      text("message", ControlCharacters.escaped(note.message), &json)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ fix: Diagnostic.Fix, of diagnostic: Diagnostic, _ json: inout JSONWriter) {
    json.beginArray("fixes")
    json.beginObject()
    text(
      "description", fix.isSafe ? "hjelp check --fix" : "hjelp check --unsafe-fixes", &json)
    json.beginArray("artifactChanges")
    json.beginObject()
    writeFile(diagnostic, &json)
    json.beginArray("replacements")
    for edit in fix.edits {
      json.beginObject()
      writeRegion("deletedRegion", edit.start, edit.end, &json)
      if !edit.text.isEmpty {
        text("insertedContent", edit.text, &json)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endArray()
  }

  private func writePlace(
    _ diagnostic: Diagnostic, _ start: Position, _ end: Position, _ json: inout JSONWriter
  ) {
    json.beginObject("physicalLocation")
    writeFile(diagnostic, &json)
    writeRegion("region", start, end, &json)
    json.endObject()
  }

  private func writeFile(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    let path = PercentEncoding.path(diagnostic.file.utf8)
    json.beginObject("artifactLocation")
    json.field("uri", path.hasPrefix("/") ? "file://" + path : path)
    json.endObject()
  }

  private func writeRegion(
    _ key: StaticString, _ start: Position, _ end: Position, _ json: inout JSONWriter
  ) {
    json.beginObject(key)
    json.field("startLine", start.line)
    json.field("startColumn", start.column)
    json.field("endLine", end.line)
    json.field("endColumn", end.column)
    json.field("byteOffset", start.offset)
    json.field("byteLength", end.offset - start.offset)
    json.endObject()
  }

  private func text(_ key: StaticString, _ text: String, _ json: inout JSONWriter) {
    json.beginObject(key)
    json.field("text", text)
    json.endObject()
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
