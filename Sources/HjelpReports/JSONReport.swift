internal import HjelpDiagnostics
internal import HjelpEncoding

/// Findings for programs, as DESIGN section 5 has them.
enum JSONReport {
  /// The report, in UTF-8, with one finding a line.
  static func bytes(_ report: Report) -> [UInt8] {
    let summary = report.summary
    var json = JSONWriter()
    json.beginObject()
    json.field("version", 1)
    json.lineBreak()
    json.beginArray("diagnostics")
    for diagnostic in report.diagnostics {
      json.lineBreak()
      write(diagnostic, to: &json)
    }
    json.endArray()
    json.lineBreak()
    json.beginObject("summary")
    json.field("articles", summary.articles)
    json.field("units", summary.units)
    json.field("errors", summary.counts[.error] ?? 0)
    json.field("warnings", summary.counts[.warning] ?? 0)
    json.field("infos", summary.counts[.info] ?? 0)
    json.endObject()
    json.endObject()
    return json.bytes + [0x0A]
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    json.field("rule", diagnostic.rule.description)
    json.field("severity", diagnostic.severity.name)
    json.field("message", ControlCharacters.escaped(diagnostic.message))
    json.field("file", ControlCharacters.escaped(diagnostic.file))
    json.field("locale", diagnostic.locale)
    json.field("unit", diagnostic.unit)
    range(diagnostic.start, diagnostic.end, &json)
    if !diagnostic.notes.isEmpty {
      json.beginArray("notes")
      for note in diagnostic.notes {
        json.beginObject()
        json.field("message", ControlCharacters.escaped(note.message))
        range(note.start, note.end, &json)
        json.endObject()
      }
      json.endArray()
    }
    if let fix = diagnostic.fix {
      json.beginObject("fix")
      json.field("safe", fix.isSafe)
      json.beginArray("edits")
      for edit in fix.edits {
        json.beginObject()
        range(edit.start, edit.end, &json)
        json.field("text", edit.text)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endObject()
  }

  private static func range(_ start: Position, _ end: Position, _ json: inout JSONWriter) {
    json.beginObject("range")
    position("start", start, &json)
    position("end", end, &json)
    json.endObject()
  }

  private static func position(
    _ key: StaticString, _ position: Position, _ json: inout JSONWriter
  ) {
    json.beginObject(key)
    json.field("offset", position.offset)
    json.field("line", position.line)
    json.field("column", position.column)
    json.endObject()
  }
}
