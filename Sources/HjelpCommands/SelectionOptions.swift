internal import ArgumentParser
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpLocale

/// The flags of `hjelp check` that say which findings are reported.
struct SelectionOptions: ParsableArguments {
  @Option(help: "Report only what is not in this file of known findings.")
  var baseline: String?

  @Option(help: "Write all findings to a file of known findings.")
  var writeBaseline: String?

  @Flag(help: "Take out of the baseline what is no longer found.")
  var pruneBaseline = false

  @Option(
    help: "Report only what was changed since a git revision, unit by unit; it needs the history.")
  var changedSince: String?

  @Option(
    help: "Report only the findings in the files of a list, one a line; - for standard input.")
  var filesFrom: String?

  /// A baseline and what it knows.
  struct Known {
    let file: BaselineFile
    let path: String
    let known: Baseline
  }

  /// Refuses flags that contradict each other.
  func refuseContradictions() throws {
    if pruneBaseline, changedSince != nil || filesFrom != nil {
      throw CommandFailure(
        "--prune-baseline needs a run over everything; leave out --changed-since and --files-from")
    }
    if pruneBaseline, writeBaseline != nil {
      throw CommandFailure("--write-baseline writes all findings anew; leave out --prune-baseline")
    }
    if writeBaseline != nil, changedSince != nil || filesFrom != nil || baseline != nil {
      throw CommandFailure(
        "--write-baseline takes all findings; leave out --baseline, --changed-since and --files-from"
      )
    }
  }

  /// Begins to look for what was changed below `paths`, if that is asked for.
  func changes(in paths: [String]) throws -> CheckScope.ChangeSearch? {
    try changedSince.map { try CheckScope.ChangeSearch(since: $0, in: paths) }
  }

  /// The files whose findings are wanted.
  func scope(_ changes: CheckScope.ChangeSearch?) throws -> CheckScope {
    var scope = try changes.map { try CheckScope($0) } ?? .all
    if let filesFrom { scope = scope.intersection(try CheckScope(filesFrom: filesFrom)) }
    return scope
  }

  /// The baseline that is named on the command line or in the configuration.
  func baseline(_ workspace: Workspace) throws -> Known? {
    guard writeBaseline == nil, let path = baseline ?? workspace.configuration.baseline else {
      if pruneBaseline {
        throw CommandFailure("--prune-baseline needs the baseline; name it with --baseline FILE")
      }
      return nil
    }
    let file = BaselineFile(path)
    return Known(file: file, path: path, known: try file.read())
  }

  /// Takes what is known out of the findings, and writes or prunes the baseline; the lines that say
  /// what was done.
  func finish(
    _ known: Known?, _ content: Content, _ only: [LocaleTag], _ filter: FindingFilter,
    _ report: inout CheckReport
  ) throws -> [String] {
    if let writeBaseline {
      let names = BaselineFile(writeBaseline).names(content)
      let baseline = Baseline(report.diagnostics.map { FindingKey($0) { names[$0] } })
      try ReportWriter.write(BaselineFile.bytes(baseline), to: writeBaseline)
      let line = "\(Self.findings(baseline.total)) written to '\(writeBaseline)'"
      report.diagnostics = []
      return [line]
    }
    guard let known else { return [] }
    let all = report.diagnostics
    report.diagnostics = filter.new(all)
    var lines = [
      "\(Self.findings(all.count - report.diagnostics.count)) known from '\(known.path)'"
    ]
    // Only a run over everything knows what is gone.
    guard changedSince == nil, filesFrom == nil else { return lines }
    let stale = filter.stale(all, in: only.isEmpty ? nil : content.files(in: only))
    guard stale.total > 0 else { return lines }
    if pruneBaseline {
      try ReportWriter.write(
        BaselineFile.bytes(known.known.subtracting(stale)), to: known.path)
      lines.append("\(Self.findings(stale.total)) no longer found, taken out of '\(known.path)'")
    } else {
      lines.append(
        "\(Self.findings(stale.total)) of '\(known.path)' no longer found; "
          + "take them out with --prune-baseline")
      for (key, count) in stale.entries.prefix(10) {
        let times = count > 1 ? " (\(count) times)" : ""
        let unit = key.unit.isEmpty ? "" : ", unit \(key.unit)"
        lines.append("  \(key.file)\(unit): \(key.evidence) [\(key.rule)]\(times)")
      }
    }
    return lines
  }

  private static func findings(_ count: Int) -> String {
    "\(count) finding\(count == 1 ? "" : "s")"
  }
}
