internal import Foundation

/// Where text goes: answers to standard output, all else to standard error.
enum Terminal {
  static func print(_ text: String) { write(Array(text.utf8), to: .standardOutput) }

  static func print(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  /// A line on standard error.
  static func say(_ text: String) { write(Array((text + "\n").utf8), to: .standardError) }

  /// An error of one line.
  static func complain(_ message: String) { say("error: " + message) }

  static func complainPlainly(_ text: String) { say(text) }

  /// Whether standard output shows colours.
  static var usesColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    // A reader that has gone away is no fault of the command's.
    try? handle.write(contentsOf: Data(bytes))
  }
}
