package import HjelpDiagnostics
internal import HjelpArticle
internal import HjelpLocale

/// The findings of a run, and what it looked at.
package struct CheckReport: Sendable {
  /// The findings, in the order of the files and their places.
  package var diagnostics: [Diagnostic] = []
  /// How many articles were read.
  package var articles = 0
  /// How many units they hold.
  package var units = 0

  /// Findings in the order of their files and places.
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted {
      ($0.file, $0.start.offset, $0.rule) < ($1.file, $1.start.offset, $1.rule)
    }
  }

  /// How many findings have a severity.
  package func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// Places findings in a file.
enum Diagnosis {
  static func diagnostics(_ findings: [Finding], in article: Article) -> [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    var lines = LineTable(article.file.bytes)
    return findings.map {
      Diagnostic(
        $0, in: article.file, lines: &lines, locale: article.locale?.description)
    }
  }
}
