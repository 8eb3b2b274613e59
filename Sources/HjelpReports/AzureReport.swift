internal import HjelpDiagnostics

/// Commands of an Azure pipeline: each becomes an issue of the run.
///
/// There are errors and warnings alone; an info is a line of the log.
enum AzureReport {
  static func bytes(_ report: Report) -> [UInt8] {
    var text = ""
    for diagnostic in report.diagnostics {
      let file = ControlCharacters.escaped(diagnostic.file)
      let said = "\(ControlCharacters.escaped(diagnostic.message)) [\(diagnostic.rule)]"
      if diagnostic.severity == .info {
        text += "\(file):\(diagnostic.start.line):\(diagnostic.start.column): info: \(said)\n"
        continue
      }
      text += "##vso[task.logissue type=\(diagnostic.severity.name);"
      text += "sourcepath=\(properties.escaped(file));linenumber=\(diagnostic.start.line);"
      text += "columnnumber=\(diagnostic.start.column);code=\(diagnostic.rule);]"
      text += message.escaped(said) + "\n"
    }
    return Array(text.utf8)
  }

  private static let message = CommandEscaping(replacements: [
    ("%", "%AZP25"), ("\r", "%0D"), ("\n", "%0A"),
  ])
  private static let properties = CommandEscaping(
    replacements: message.replacements + [(";", "%3B"), ("]", "%5D")])
}
