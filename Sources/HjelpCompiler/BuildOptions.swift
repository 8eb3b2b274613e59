package import HjelpChecks
package import HjelpLocale

/// What a build is asked for.
package struct BuildOptions: Sendable {
  /// The folder that the site is written to.
  package var output: String
  /// The public address, instead of the configured one.
  package var baseURL: String?
  /// The locales to be built; empty for all.
  package var locales: [LocaleTag]
  /// How many articles are worked on at once.
  package var jobs: Int
  /// The rules with their levels.
  package var rules: RuleSet
  /// Whether the findings are wanted, or only how many there are.
  package var keepsDiagnostics: Bool

  /// Options with these values.
  package init(
    output: String, baseURL: String?, locales: [LocaleTag], jobs: Int, rules: RuleSet,
    keepsDiagnostics: Bool = true
  ) {
    self.output = output
    self.baseURL = baseURL
    self.locales = locales
    self.jobs = jobs
    self.rules = rules
    self.keepsDiagnostics = keepsDiagnostics
  }
}
