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
    _ = try count
    return try Workspace(
      paths: paths, configurationFile: configurationFile, adjust: EnvironmentSettings.apply)
  }

  /// The configuration that is named by the flag or the environment.
  var configurationFile: String? { config ?? EnvironmentSettings.text("config") }

  var workers: Int { (try? count) ?? Processors.count }

  /// How many articles are worked on at once.
  private var count: Int {
    get throws {
      if let jobs {
        guard jobs > 0 else { throw CommandFailure("--jobs is \(jobs); it must be 1 or more") }
        return jobs
      }
      guard let text = EnvironmentSettings.text("jobs") else { return Processors.count }
      guard let jobs = Int(text), jobs > 0 else {
        throw CommandFailure("HJELP_JOBS: '\(text)' is no number of 1 or more")
      }
      return jobs
    }
  }
}
