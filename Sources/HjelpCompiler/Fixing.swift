internal import HjelpArticle
package import HjelpChecks
internal import HjelpDiagnostics

/// Makes the changes that findings propose.
package struct Fixing: Sendable {
  /// A file that fixes change.
  package struct ChangedFile: Sendable {
    /// The path as named on the command line, joined.
    package let name: String
    /// The path in bytes.
    fileprivate let path: [UInt8]
    /// What it holds now.
    package let old: [UInt8]
    /// What it holds afterwards.
    package let new: [UInt8]
    /// How many findings are gone.
    package let fixes: Int
  }

  /// As many rounds as one file takes beside one for each of its findings: a fix can bring to light
  /// what another finding was about.
  private static let rounds = 10

  private let checker: ArticleChecker
  private let filter: FindingFilter
  private let includesUnsafe: Bool

  /// Fixes what `filter` shows.
  package init(
    _ content: Content, rules: RuleSet, scope: CheckScope, filter: FindingFilter,
    includesUnsafe: Bool
  ) {
    checker = ArticleChecker(content, rules, scope: scope)
    self.filter = filter
    self.includesUnsafe = includesUnsafe
  }

  /// The files that fixes of `report` change, in the order of their paths.
  package func changes(
    _ content: Content, _ report: CheckReport, jobs: Int
  ) async throws -> [ChangedFile] {
    let fixable = Set(
      report.diagnostics.filter { isWanted($0) }.map { Array($0.file.utf8) })
    let files = content.files.filter { fixable.contains(Array($0.input.name.utf8)) }
    return try await Workers.map(files, jobs: jobs) { fixed($0) }.compactMap { $0 }
  }

  /// Writes the files anew, each in one step.
  package static func write(_ files: [ChangedFile]) throws(CompilerError) {
    for file in files { try SystemCalls.replace(file.path, with: file.new) }
  }

  private func isWanted(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.fix.map { $0.isSafe || includesUnsafe } ?? false
  }

  private func fixed(_ file: ArticleFile) -> ChangedFile? {
    guard file.facts.unreadable == nil, file.facts.excessiveSize == nil else { return nil }
    var current = file
    var findings = filter.shown(checker.diagnostics(of: file))
    var count = 0
    for _ in 0..<(Self.rounds + findings.count) {
      let fixes = findings.filter { isWanted($0) }
      if let next = step(current, fixes, findings) {
        (current, findings) = (next.file, next.findings)
        count += next.count
        continue
      }
      // Together they do harm or nothing: those that are good alone are made.
      var isChanged = false
      for fix in fixes {
        guard let next = step(current, [fix], findings) else { continue }
        (current, findings) = (next.file, next.findings)
        count += next.count
        isChanged = true
        break
      }
      if !isChanged { break }
    }
    guard count > 0 else { return nil }
    return ChangedFile(
      name: file.input.name, path: file.input.path, old: file.article.file.bytes,
      new: current.article.file.bytes, fixes: count)
  }

  private struct Step {
    var file: ArticleFile
    var findings: [Diagnostic]
    var count: Int
  }

  /// The file with these fixes made; `nil` if that does harm: a half of the source that changes, a
  /// finding that stays, or more findings than before.
  private func step(
    _ file: ArticleFile, _ fixes: [Diagnostic], _ findings: [Diagnostic]
  ) -> Step? {
    let edits = FixEdits(fixes)
    guard !edits.fixed.isEmpty, edits.areAllowed(in: file.article, includesUnsafe: includesUnsafe)
    else { return nil }
    let next = file.replacing(edits.applied(to: file.article.file.bytes))
    guard FixEdits.keepsSources(of: file.article, in: next.article) else { return nil }
    let left = filter.shown(checker.diagnostics(of: next))
    guard left.count <= findings.count, Self.errors(left) <= Self.errors(findings) else {
      return nil
    }
    let gone = Baseline(findings.map { FindingKey($0) })
      .subtracting(Baseline(left.map { FindingKey($0) }))
    let made = Baseline(edits.fixed.map { FindingKey($0) })
    guard made.subtracting(gone).total == 0 else { return nil }
    return Step(file: next, findings: left, count: edits.fixed.count)
  }

  private static func errors(_ findings: [Diagnostic]) -> Int {
    findings.count { $0.severity == .error }
  }
}
