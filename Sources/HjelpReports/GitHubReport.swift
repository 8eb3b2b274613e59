internal import HjelpDiagnostics

/// Commands of a GitHub workflow: each becomes an annotation at its line.
///
/// The escapes are those of the runner: `%`, CR and LF in the message, `:` and `,` in properties too.
enum GitHubReport {
  static func bytes(_ report: Report) -> [UInt8] {
    var text = ""
    for diagnostic in report.diagnostics {
      text += "::\(level(diagnostic.severity)) title=Hjelp (\(diagnostic.rule)),"
      text += "file=\(properties.escaped(ControlCharacters.escaped(diagnostic.file))),"
      text += "line=\(diagnostic.start.line),"
      // Columns hold within a line alone.
      let isOneLine = diagnostic.start.line == diagnostic.end.line
      if isOneLine { text += "col=\(diagnostic.start.column)," }
      text += "endLine=\(diagnostic.end.line)"
      if isOneLine { text += ",endColumn=\(diagnostic.end.column)" }
      text += "::\(message.escaped(ControlCharacters.escaped(diagnostic.message))) "
      text += "[\(diagnostic.rule)]\n"
    }
    return Array(text.utf8)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private static let message = CommandEscaping(replacements: [
    ("%", "%25"), ("\r", "%0D"), ("\n", "%0A"),
  ])
  private static let properties = CommandEscaping(
    replacements: message.replacements + [(":", "%3A"), (",", "%2C")])
}
