internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpReports

/// `hjelp check`
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: "Check articles and the alignment of their translation.",
      discussion: """
        Example: hjelp check Content --fail-on warning --report sarif=findings.sarif
        Example: hjelp check Content --changed-since origin/main --format github
        Example: hjelp check Content --fix
        """)
  }

  @OptionGroup var content: ContentOptions

  @Option(
    help:
      "The format of the findings on standard output: text, json, sarif, junit, github, gitlab, rdjson, azure or markdown."
  )
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

  @OptionGroup(title: "What is reported") var selection: SelectionOptions

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  func run() async throws {
    guard let minimum = Severity(min) else {
      throw CommandFailure("--min is '\(min)'; it must be error, warning or info")
    }
    let targets = try report.map { try ReportWriter.Target($0) }
    let wantsFixes = fixes.areWanted
    try selection.refuseContradictions()
    let (found, changes, known) = try await CommandFailure.translating {
      let changed = try selection.changes(in: content.paths)
      let workspace = try content.workspace()
      let rules = try RuleOptions.rules(rule, over: workspace.configuration.rules)
      let scope = try selection.scope(changed)
      let baseline = try selection.baseline(workspace)
      var articles = try await Content.read(workspace, jobs: content.workers, scope: scope)
      let only = try articles.validate(locales: locale)
      var found = try await articles.check(rules, only: only, scope: scope, jobs: content.workers)
      let filter = FindingFilter(
        minimum: minimum, baseline: baseline?.known, file: baseline?.file, content: articles)
      var changes: [Fixing.ChangedFile] = []
      if wantsFixes {
        let fixing = Fixing(
          articles, rules: rules, scope: scope, filter: filter,
          includesUnsafe: fixes.unsafeFixes)
        changes = try await fixing.changes(articles, found, jobs: content.workers)
        if !fixes.diff, !changes.isEmpty {
          try Fixing.write(changes)
          articles = try await Content.read(workspace, jobs: content.workers, scope: scope)
          found = try await articles.check(
            rules, only: only, scope: scope, jobs: content.workers)
        }
      }
      let known = try selection.finish(baseline, articles, only, filter, &found)
      ProcessEnd.keep(articles)
      return (found, changes, known)
    }
    if fixes.diff { Terminal.print(FixOptions.diff(changes)) }
    let writer = ReportWriter(report: found, minimum: minimum, failOn: failOn)
    if let output {
      try ReportWriter.write(writer.bytes(format), to: output)
    } else if !fixes.diff {
      Terminal.print(writer.bytes(format, usesColor: Terminal.usesColor))
    }
    try writer.write(targets)
    if !content.quiet {
      for line in known { Terminal.say(line) }
      if wantsFixes { Terminal.say(fixes.summary(changes)) }
      Terminal.say(writer.summary)
    }
    let isFailed = found.diagnostics.contains { failOn.covers($0.severity) }
    if isFailed || fixes.diff && !changes.isEmpty { throw ExitCode(1) }
  }
}
