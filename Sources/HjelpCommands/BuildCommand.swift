internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpReports

/// `hjelp build`
struct BuildCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build", abstract: "Build the site, the lookup index and the findings.",
      discussion: "Example: hjelp build Content --output site --base-url https://help.example.com")
  }

  @OptionGroup var content: ContentOptions

  @Option(name: [.short, .long], help: "The folder of the site; it is replaced in one step.")
  var output: String

  @Option(help: "The public address of the site.")
  var baseURL: String?

  @Option(help: "Build the pages of this locale only; repeatable.")
  var locale: [String] = []

  @Option(help: "The severity from which on the exit status is 1: error, warning or never.")
  var failOn = FailOn.never

  @Option(help: "Write the findings to a file: [FORMAT=]FILE, json by default; repeatable.")
  var report: [String] = []

  func run() async throws {
    let targets = try report.map { try ReportWriter.Target($0) }
    var isLocal = false
    var known: BuildRecord.Outcome?
    let summary = try await CommandFailure.translating { () -> BuildSummary? in
      let workspace = try content.workspace()
      let inputs = InputStamps(workspace, settings: decisive)
      var address: String?
      if let baseURL {
        guard let normalized = SiteAddress.normalized(baseURL) else {
          throw CommandFailure(
            "--base-url is '\(baseURL)'; write an address such as https://help.example.com")
        }
        address = normalized
      }
      isLocal = address == nil && workspace.configuration.baseURL == nil
      // A report says more than a record does.
      if targets.isEmpty { known = BuildRecord(inputs).outcome(ofSite: output) }
      guard known == nil else { return nil }
      let state = targets.isEmpty ? BuildState(inputs, ofSite: output) : nil
      let articles = try await Content.read(
        workspace, jobs: content.workers, keepsArticles: false, state: state)
      let options = BuildOptions(
        output: output, baseURL: address, locales: try articles.validate(locales: locale),
        jobs: content.workers, rules: RuleSet(settings: workspace.configuration.rules),
        keepsDiagnostics: !targets.isEmpty)
      ProcessEnd.keep((articles, state))
      return try await SiteBuild(articles, options: options, state: state)
        .run(inputs, outcome: outcome(of:))
    }
    guard let outcome = known ?? summary.map(outcome(of:)) else { return }
    if let summary, !targets.isEmpty {
      try ReportWriter(report: summary.report, minimum: .warning, failOn: failOn).write(targets)
    }
    if !content.quiet {
      if isLocal {
        Terminal.say("note: without --base-url there are no canonical links and no sitemap")
      }
      Terminal.say(
        "\(outcome.pages) pages, \(outcome.files) files, \(summary?.written ?? 0) written to '\(output)'"
      )
      Terminal.say(outcome.findings)
    }
    let severities = outcome.severities.compactMap { Severity($0) }
    if severities.contains(where: { failOn.covers($0) }) { throw ExitCode(1) }
  }

  /// What decides what is built beside the files; neither how many work at it nor what is told.
  private var decisive: [String] {
    let flags = content.paths + [content.configurationFile ?? "", baseURL ?? ""] + locale
    return flags + [""] + EnvironmentSettings.decisive
  }

  private func outcome(of summary: BuildSummary) -> BuildRecord.Outcome {
    let found = ReportWriter.summary(of: summary.report)
    return BuildRecord.Outcome(
      pages: summary.pages, files: summary.files, findings: found.line,
      severities: Severity.allCases.filter { found.counts[$0] ?? 0 > 0 }.map(\.name))
  }
}
