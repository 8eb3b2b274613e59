internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpReports

/// `hjelp status`
struct StatusCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status", abstract: "Count how the translations stand.",
      discussion: "Example: hjelp status Content --html status.html")
  }

  /// The formats of the figures.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @OptionGroup var content: ContentOptions

  @Option(help: "The format of the figures on standard output: text, json or csv.")
  var format = Format.text

  @Option(help: "Write a page with plots and tables as well.")
  var html: String?

  @Option(help: "Count this locale only; repeatable.")
  var locale: [String] = []

  @Option(help: "Set a rule's level: RULE=error, warning, info or off; repeatable.")
  var rule: [String] = []

  func run() async throws {
    let figures = try await CommandFailure.translating {
      let workspace = try content.workspace()
      let rules = try RuleOptions.rules(rule, over: workspace.configuration.rules)
      let articles = try await Content.read(workspace, jobs: content.workers)
      let only = try articles.validate(locales: locale)
      let found = try await articles.check(rules, only: only, jobs: content.workers)
      return StatusSurvey(articles).figures(found, only: only)
    }
    if let html { try ReportWriter.write(StatusPage(figures).bytes(), to: html) }
    switch format {
    case .text: Terminal.print(StatusText.text(figures))
    case .json: Terminal.print(StatusText.json(figures))
    case .csv: Terminal.print(StatusText.csv(figures))
    }
  }
}
