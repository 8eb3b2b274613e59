package import HjelpDiagnostics

/// Findings for people: a line, the source line, and a caret under the place.
package struct TextReport {
  private let usesColor: Bool

  /// A report with or without colour.
  package init(usesColor: Bool) { self.usesColor = usesColor }

  /// The text of a finding, with its line end.
  package func text(of diagnostic: Diagnostic) -> String {
    let place =
      "\(ControlCharacters.escaped(diagnostic.file)):\(diagnostic.start.line):\(diagnostic.start.column)"
    var text = styled("\(place):", "1") + " "
    text += styled("\(diagnostic.severity.name):", color(of: diagnostic.severity))
    text += " \(ControlCharacters.escaped(diagnostic.message)) [\(diagnostic.rule)]\n"
    text += frame(of: diagnostic)
    for note in diagnostic.notes {
      text +=
        "  \(ControlCharacters.escaped(diagnostic.file)):\(note.start.line):\(note.start.column): "
      text += "note: \(ControlCharacters.escaped(note.message))\n"
    }
    return text
  }

  /// The line with the place, cut to what fits around it, and the marks under it.
  private func frame(of diagnostic: Diagnostic) -> String {
    let scalars = Array(diagnostic.sourceLine.unicodeScalars)
    guard !scalars.isEmpty else { return "" }
    let skipped = diagnostic.sourceColumn - 1
    let start = min(diagnostic.start.column - 1 - skipped, scalars.count)
    let isOneLine = diagnostic.end.line == diagnostic.start.line
    let end =
      isOneLine
      ? min(max(diagnostic.end.column - 1 - skipped, start), scalars.count) : scalars.count
    let first = max(0, start - 30)
    let last = min(scalars.count, max(start + 60, min(end, start + 90)))
    var line = ""
    var marks = ""
    if first > 0 || skipped > 0 {
      line += "…"
      marks += " "
    }
    for index in first..<last {
      let scalar = scalars[index]
      let shown: Unicode.Scalar = scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
      line.unicodeScalars.append(shown)
      let mark = index == start ? "^" : index > start && index < end ? "~" : " "
      marks += String(repeating: mark, count: DisplayWidth.width(of: shown))
    }
    if last < scalars.count { line += "…" }
    if start >= last { marks += "^" }
    while marks.hasSuffix(" ") { marks.removeLast() }
    return "  \(line)\n  \(styled(marks, "32"))\n"
  }

  private func color(of severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;35"
    case .info: "1;36"
    }
  }

  private func styled(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
