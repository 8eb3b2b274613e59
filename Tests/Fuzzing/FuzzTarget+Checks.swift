internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale

extension FuzzTarget {
  /// Every place of a finding, of its notes and of its fix lies in the file, between characters.
  static func checkRules(_ bytes: [UInt8]) throws(Violation) {
    let article = article(bytes)
    let input = CheckInput(parsing: article, facts: FileFacts(), sourceLocale: .americanEnglish)
    let isText = article.encodingProblem == nil
    func isPlace(_ range: Range<Int>) -> Bool {
      guard (0..<bytes.count).holds(range) else { return false }
      return !isText
        || [range.lowerBound, range.upperBound].allSatisfy {
          $0 == bytes.count || bytes[$0] & 0xC0 != 0x80
        }
    }
    var lines = LineTable(bytes)
    for finding in RuleSet().findings(in: input) {
      try Violation.unless(
        isPlace(finding.range), "\(finding.rule) speaks of \(finding.range) of \(bytes.count)")
      for note in finding.notes {
        try Violation.unless(
          isPlace(note.range), "a note of \(finding.rule) speaks of \(note.range)")
      }
      try Violation.unless(!finding.message.isEmpty, "\(finding.rule) has nothing to say")
      let diagnostic = Diagnostic(
        finding, in: article.file, lines: &lines, locale: article.locale?.description)
      try Violation.unless(
        diagnostic.start.offset <= diagnostic.end.offset && diagnostic.start.line >= 1
          && diagnostic.start.column >= 1 && diagnostic.sourceColumn >= 1,
        "\(finding.rule) stands at \(diagnostic.start) to \(diagnostic.end)")
      guard let fix = finding.fix else { continue }
      var end = 0
      for edit in fix.edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        try Violation.unless(
          isPlace(edit.range) && edit.range.lowerBound >= end,
          "an edit of \(finding.rule) at \(edit.range) overlaps or stands outside")
        end = edit.range.upperBound
      }
    }
  }
}
