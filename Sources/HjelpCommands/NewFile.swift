internal import HjelpCompiler

/// Files that a command makes: never in the place of one that is there.
enum NewFile {
  /// - Parameter again: Whether the same file may stand there.
  static func write(
    _ bytes: [UInt8], to path: String, again: Bool = false
  ) throws(CommandFailure) {
    do {
      try FileWriter.create(bytes, at: path, again: again)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
