internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics

/// `hjelp explain`
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: "Show what a rule finds, why, and with which examples.",
      discussion: "Example: hjelp explain unit.missing-source")
  }

  @Argument(help: "The rule; without it, all rules are listed.")
  var rule: String?

  @OptionGroup var verbosity: QuietOption

  func run() throws {
    guard let rule else {
      for rule in RuleSet.all {
        let level = rule.severity.name.padding(to: 8)
        Terminal.print("\(level)\(rule.id.description.padding(to: 26))\(rule.summary)\n")
      }
      return
    }
    guard let found = RuleSet.rule(rule) else {
      throw CommandFailure("unknown rule '\(rule)'\(RuleNames.hint(for: rule))")
    }
    Terminal.print(RulePage.markdown(found))
  }
}

extension String {
  /// The text with blanks behind it up to a width, at least one.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
