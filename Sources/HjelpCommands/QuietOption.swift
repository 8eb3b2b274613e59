internal import ArgumentParser

/// What every command takes: without a summary there may be nothing to leave out.
struct QuietOption: ParsableArguments {
  @Flag(help: "Write no summary and no progress.")
  var quiet = false
}
