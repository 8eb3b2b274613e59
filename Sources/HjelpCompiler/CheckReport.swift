package import HjelpDiagnostics
internal import HjelpArticle
internal import HjelpLocale

/// The findings of a run, and what it looked at.
package struct CheckReport: Sendable {
  /// The findings, in the order of the files and their places.
  package var diagnostics: [Diagnostic] = []
  /// How many were counted and not kept, by severity.
  private var omitted = FindingCounts()
  /// The files that were looked at, as named.
  package var files: Set<String> = []
  /// How many articles were read.
  package var articles = 0
  /// How many units they hold.
  package var units = 0

  /// Counts findings that are not kept.
  mutating func omit(_ counts: FindingCounts) { omitted.add(counts) }

  /// Findings in the order of their files and places.
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted {
      ($0.file, $0.start.offset, $0.rule) < ($1.file, $1.start.offset, $1.rule)
    }
  }

  /// The path of a file that was looked at as seen from the current folder; `nil` for any other text.
  package var fileName: @Sendable (String) -> String? {
    let paths = RelativePaths(to: ".")
    return { [files] name in files.contains(name) ? paths.relative(name) : nil }
  }

  /// How many findings there are of each severity.
  package var counts: [Severity: Int] {
    var counts = omitted
    counts.add(FindingCounts(of: diagnostics))
    return Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0, counts[$0]) })
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
