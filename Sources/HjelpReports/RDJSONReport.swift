internal import HjelpDiagnostics
internal import HjelpEncoding

/// Reviewdog's diagnostic format. Its columns count UTF-8 bytes.
enum RDJSONReport {
  static func bytes(_ report: Report) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.beginObject("source")
    json.field("name", "hjelp")
    json.endObject()
    json.lineBreak()
    json.beginArray("diagnostics")
    for diagnostic in report.diagnostics {
      json.lineBreak()
      write(diagnostic, to: &json)
    }
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    let path = ControlCharacters.escaped(diagnostic.file)
    json.beginObject()
    json.field("message", ControlCharacters.escaped(diagnostic.message))
    json.beginObject("location")
    json.field("path", path)
    range(diagnostic.start, diagnostic.end, &json)
    json.endObject()
    json.field("severity", diagnostic.severity.name.uppercased())
    json.beginObject("code")
    json.field("value", diagnostic.rule.description)
    json.endObject()
    // Suggestions are taken one by one, so that a change in several places is none.
    if let fix = diagnostic.fix, fix.edits.count == 1, let edit = fix.edits.first {
      json.beginArray("suggestions")
      json.beginObject()
      range(edit.start, edit.end, &json)
      json.field("text", edit.text)
      json.endObject()
      json.endArray()
    }
    if !diagnostic.notes.isEmpty {
      json.beginArray("relatedLocations")
      for note in diagnostic.notes {
        json.beginObject()
        json.field("message", ControlCharacters.escaped(note.message))
        json.beginObject("location")
        json.field("path", path)
        range(note.start, note.end, &json)
        json.endObject()
        json.endObject()
      }
      json.endArray()
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
    json.field("line", position.line)
    json.field("column", position.byteColumn)
    json.endObject()
  }
}
