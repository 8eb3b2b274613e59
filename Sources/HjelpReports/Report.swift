package import HjelpDiagnostics

/// What a report is made of.
package struct Report: Sendable {
  /// The findings that are shown, in the order of files and places.
  package var diagnostics: [Diagnostic]
  /// What was looked at, and what was found in all.
  package var summary: Summary
  /// The rules that there are, in the order of their names.
  package var rules: [Rule]
  /// Hjelp's version.
  package var version: String
  /// The least severity that makes the run fail; `nil` if none does.
  package var failing: Severity?

  /// The name of a file however its path was spelled; `nil` for what is no file's name.
  package var fileName: @Sendable (String) -> String? = { _ in nil }

  /// A report of these findings.
  package init(
    diagnostics: [Diagnostic], summary: Summary, rules: [Rule], version: String,
    failing: Severity?
  ) {
    self.diagnostics = diagnostics
    self.summary = summary
    self.rules = rules
    self.version = version
    self.failing = failing
  }

  /// What was looked at, and what was found in all.
  package struct Summary: Sendable {
    /// Articles that were read.
    package var articles: Int
    /// Units in them.
    package var units: Int
    /// Findings by severity, those that are not shown included.
    package var counts: [Severity: Int]

    /// A summary with these figures.
    package init(articles: Int, units: Int, counts: [Severity: Int]) {
      self.articles = articles
      self.units = units
      self.counts = counts
    }

    /// One line: `2 articles, 12 units: 1 error, 0 warnings, 3 infos`.
    package var line: String {
      func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
      }
      let found = [Severity.error, .warning, .info].map { count(counts[$0] ?? 0, $0.name) }
      return "\(count(articles, "article")), \(count(units, "unit")): "
        + found.joined(separator: ", ")
    }
  }

  /// A rule as reports describe it.
  package struct Rule: Sendable {
    /// Its name.
    package var id: RuleID
    /// The level of its findings unless a configuration says otherwise.
    package var severity: Severity
    /// What it finds, in one sentence.
    package var summary: String
    /// Why that matters and what to do.
    package var rationale: String

    /// A rule with these texts.
    package init(id: RuleID, severity: Severity, summary: String, rationale: String) {
      self.id = id
      self.severity = severity
      self.summary = summary
      self.rationale = rationale
    }
  }

  /// The fingerprint of each finding that is shown; no two are the same, and none depends on how a path
  /// was spelled.
  var fingerprints: [String] {
    var seen: [FindingKey: Int] = [:]
    return diagnostics.map { diagnostic in
      let key = FindingKey(diagnostic, rename: fileName)
      seen[key, default: 0] += 1
      return key.fingerprint(occurrence: seen[key] ?? 1)
    }
  }

  /// The indices of at most `count` findings, those of the highest levels, in the order of the
  /// findings.
  func worst(_ count: Int) -> [Int] {
    guard diagnostics.count > count else { return Array(diagnostics.indices) }
    return
      diagnostics.indices.sorted {
        (-diagnostics[$0].severity.rawValue, $0) < (-diagnostics[$1].severity.rawValue, $1)
      }
      .prefix(count).sorted()
  }

  /// Whether a finding makes the run fail.
  func fails(_ diagnostic: Diagnostic) -> Bool {
    failing.map { diagnostic.severity >= $0 } ?? false
  }
}
