internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics

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
    let summary = try await CommandFailure.translating {
      let workspace = try content.workspace()
      var address: String?
      if let baseURL {
        guard let normalized = SiteAddress.normalized(baseURL) else {
          throw CommandFailure(
            "--base-url is '\(baseURL)'; write an address such as https://help.example.com")
        }
        address = normalized
      }
      let articles = try await Content.read(workspace, jobs: content.workers)
      let options = BuildOptions(
        output: output, baseURL: address, locales: try articles.validate(locales: locale),
        jobs: content.workers, rules: RuleSet(settings: workspace.configuration.rules))
      isLocal = address == nil && workspace.configuration.baseURL == nil
      return try await SiteBuild(articles, options: options).run()
    }
    let writer = ReportWriter(report: summary.report, minimum: .warning, failOn: failOn)
    try writer.write(targets)
    if !content.quiet {
      if isLocal {
        Terminal.say("note: without --base-url there are no canonical links and no sitemap")
      }
      Terminal.say(
        "\(summary.pages) pages, \(summary.files) files, \(summary.written) written to '\(output)'")
      Terminal.say(writer.summary)
    }
    if summary.report.diagnostics.contains(where: { failOn.covers($0.severity) }) {
      throw ExitCode(1)
    }
  }
}
