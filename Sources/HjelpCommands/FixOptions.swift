internal import ArgumentParser
internal import HjelpCompiler
internal import HjelpReports

/// The flags of `hjelp check` that change files.
struct FixOptions: ParsableArguments {
  @Flag(help: "Make the changes that are certain to be right.")
  var fix = false

  @Flag(help: "Make all changes that findings propose; read them before you keep them.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, as a patch; change nothing.")
  var diff = false

  /// Whether fixes are to be made or shown.
  var areWanted: Bool { fix || unsafeFixes || diff }

  /// The patch of changes.
  static func diff(_ changes: [Fixing.ChangedFile]) -> [UInt8] {
    changes.flatMap { UnifiedDiff.text(old: $0.old, new: $0.new, name: $0.name) }
  }

  /// One line on what was changed.
  func summary(_ changes: [Fixing.ChangedFile]) -> String {
    let count = changes.reduce(0) { $0 + $1.fixes }
    let files = "\(changes.count) file\(changes.count == 1 ? "" : "s")"
    let fixes = "\(count) fix\(count == 1 ? "" : "es")"
    return diff ? "\(fixes) in \(files) to make" : "\(fixes) made in \(files)"
  }
}
