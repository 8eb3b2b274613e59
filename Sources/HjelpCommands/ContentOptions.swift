internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics

/// What all commands on content take.
struct ContentOptions: ParsableArguments {
  @Argument(
    help:
      "Folders of locale folders, or single locale folders (default: '.' with hjelp.yml, else Content)."
  )
  var paths: [String] = []

  @Option(help: "The configuration (default: hjelp.yml in the first path, or beside it).")
  var config: String?

  @Option(help: "How many articles are worked on at once (default: the number of processors).")
  var jobs: Int?

  @OptionGroup var verbosity: QuietOption

  var quiet: Bool { verbosity.quiet }

  func workspace() throws -> Workspace {
    if let jobs, jobs < 1 { throw CommandFailure("--jobs is \(jobs); it must be 1 or more") }
    return try Workspace(paths: paths, configurationFile: config)
  }

  var workers: Int { jobs ?? Processors.count }
}
