internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpMarkdown

/// Runs the rules over one article at a time.
struct ArticleChecker: Sendable {
  private let rules: RuleSet
  private let scope: CheckScope
  private let source: LocaleTag
  private let urls: URLPolicy

  init(_ content: Content, _ rules: RuleSet, scope: CheckScope) {
    self.rules = rules
    self.scope = scope
    source = content.workspace.configuration.source
    urls = SiteBuild.urls(content.workspace.configuration)
  }

  /// The findings in the parts of a file that are in scope, in the order of their places.
  func diagnostics(of file: ArticleFile) -> [Diagnostic] {
    let input = CheckInput(
      parsing: file.article, facts: file.facts, sourceLocale: source, urls: urls,
      excesses: file.excesses)
    let found = Diagnosis.diagnostics(rules.findings(in: input), in: file.article)
    guard !found.isEmpty, case .changed(let old) = scope.part(of: file.input) else { return found }
    let parts = ChangedParts(of: file.article, since: file.replacing(old).article)
    return found.filter { parts.cover($0) }
  }
}
