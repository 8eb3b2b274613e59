internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics

/// Levels of rules from the command line, over those of the configuration.
enum RuleOptions {
  /// Reads `RULE=LEVEL`.
  static func rules(_ settings: [String], over configured: [RuleSetting]) throws -> RuleSet {
    var levels = configured
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure("--rule '\(setting)' must be RULE=LEVEL, such as unit.gap=off")
      }
      guard let rule = RuleSet.rule(parts[0]) else {
        throw CommandFailure("unknown rule '\(parts[0])'\(RuleNames.hint(for: parts[0]))")
      }
      guard let level = RuleSet.Level(parts[1]) else {
        throw CommandFailure(
          "the level of '\(parts[0])' is '\(parts[1])'; it must be error, warning, info or off")
      }
      levels.append(RuleSetting(rule: rule.id, level: level))
    }
    return RuleSet(settings: levels)
  }
}
