internal import HjelpArticle
public import HjelpDiagnostics
public import HjelpLocale

/// The level that a configuration gives a rule: in all articles, or in some.
public struct RuleSetting: Hashable, Sendable {
  /// The rule.
  public var rule: RuleID
  /// Its level.
  public var level: RuleSet.Level
  /// The locales that it holds in; empty for all.
  public var locales: [LocaleTag]
  /// The paths that it holds in; empty for all.
  package var paths: [PathPattern]

  /// A setting.
  ///
  /// - Parameter paths: Patterns of paths below the locale folder, such as `archive/**`.
  public init(
    rule: RuleID, level: RuleSet.Level, locales: [LocaleTag] = [], paths: [String] = []
  ) {
    self.rule = rule
    self.level = level
    self.locales = locales
    self.paths = paths.map { PathPattern($0) }
  }

  /// Whether it holds in an article.
  func covers(_ input: CheckInput) -> Bool {
    guard locales.isEmpty || locales.contains(input.locale) else { return false }
    guard !paths.isEmpty else { return true }
    let path = input.article.id.bytes + Array(".md".utf8)
    return paths.contains { $0.matches(path) }
  }
}
