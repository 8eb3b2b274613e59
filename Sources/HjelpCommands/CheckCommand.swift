internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics

/// `hjelp check`
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: "Check articles and the alignment of their translation.",
      discussion: "Example: hjelp check Content --format json --fail-on warning")
  }

  @OptionGroup var content: ContentOptions

  @Option(help: "The format of the findings on standard output: text or json.")
  var format = ReportFormat.text

  @Option(help: "Write the findings to a file instead of standard output.")
  var output: String?

  @Option(help: "Write a report to a file as well: [FORMAT=]FILE, json by default; repeatable.")
  var report: [String] = []

  @Option(help: "Report the findings of this locale only; repeatable.")
  var locale: [String] = []

  @Option(help: "Set a rule's level: RULE=error, warning, info or off; repeatable.")
  var rule: [String] = []

  @Option(help: "The least severity that is shown: error, warning or info.")
  var min = "warning"

  @Option(help: "The severity from which on the exit status is 1: error, warning or never.")
  var failOn = FailOn.error

  func run() async throws {
    guard let minimum = Severity(min) else {
      throw CommandFailure("--min is '\(min)'; it must be error, warning or info")
    }
    let found = try await CommandFailure.translating {
      let workspace = try content.workspace()
      let rules = try RuleOptions.rules(rule, over: workspace.configuration.rules)
      let articles = try await Content.read(workspace, jobs: content.workers)
      let only = try articles.validate(locales: locale)
      return try await articles.check(rules, only: only, jobs: content.workers)
    }
    let writer = ReportWriter(report: found, minimum: minimum)
    if let output {
      try ReportWriter.write(writer.bytes(format), to: output)
    } else {
      Terminal.print(writer.bytes(format, usesColor: Terminal.usesColor))
    }
    try writer.write(report)
    if !content.quiet { Terminal.say(writer.summary) }
    if found.diagnostics.contains(where: { failOn.covers($0.severity) }) { throw ExitCode(1) }
  }
}
