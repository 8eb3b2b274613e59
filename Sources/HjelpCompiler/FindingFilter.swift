package import HjelpChecks
package import HjelpDiagnostics

/// Which findings are shown: those of a severity that no baseline knows.
package struct FindingFilter: Sendable {
  private let minimum: Severity
  private let baseline: Baseline?
  private let names: [String: String]

  /// A filter.
  ///
  /// - Parameters:
  ///   - minimum: The least severity that is shown.
  ///   - baseline: The findings that are known.
  ///   - file: The file of the baseline, which names articles in its own way.
  ///   - content: The articles that findings can be in.
  package init(minimum: Severity, baseline: Baseline?, file: BaselineFile?, content: Content) {
    self.minimum = minimum
    self.baseline = baseline
    names = file?.names(content) ?? [:]
  }

  /// The findings that are shown. `diagnostics` holds all findings of each file that it names.
  package func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    new(diagnostics).filter { $0.severity >= minimum }
  }

  /// The findings that the baseline does not know.
  package func new(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard let baseline else { return diagnostics }
    return baseline.compared(with: keys(diagnostics)).new.map { diagnostics[$0] }
  }

  private func keys(_ diagnostics: [Diagnostic]) -> [FindingKey] {
    diagnostics.map { FindingKey($0) { names[$0] } }
  }

  /// What of the baseline no finding needs any more.
  ///
  /// - Parameter files: The files that were looked at, since of others nothing is known; `nil` for all,
  ///   so that an entry of a file that is gone is stale too.
  package func stale(_ diagnostics: [Diagnostic], in files: [ArticleFile]?) -> Baseline {
    guard let baseline else { return Baseline() }
    let stale = baseline.compared(with: keys(diagnostics)).stale
    guard let files else { return stale }
    let looked = Set(files.compactMap { names[$0.input.name].map { Array($0.utf8) } })
    return stale.filtered { looked.contains(Array($0.file.utf8)) }
  }
}
