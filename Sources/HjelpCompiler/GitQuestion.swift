internal import Foundation

/// A run of git that was begun.
struct GitQuestion {
  /// What git said.
  struct Answer {
    var status: Int32
    var output: [UInt8]
    var failure: [UInt8]
  }

  private let process = Process()
  private let output = Pipe()
  private let failure = Pipe()

  /// Starts git.
  ///
  /// - Parameters:
  ///   - folder: The folder that it is about.
  ///   - input: What it reads from standard input.
  /// - Throws: An error if there is no git.
  init(in folder: String, _ arguments: [String], input: [UInt8]? = nil) throws(CompilerError) {
    guard let program = Self.program else {
      throw .revision("git is not installed; install it, or use --files-from")
    }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-C", folder] + arguments
    process.environment = Self.environment
    process.standardOutput = output
    process.standardError = failure
    let question = input.map { _ in Pipe() }
    process.standardInput = question ?? FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .revision("git cannot be run; install it, or use --files-from")
    }
    guard let input, let question else { return }
    // Written from another thread: git answers before it has read all.
    let writer = Thread {
      try? question.fileHandleForWriting.write(contentsOf: Data(input))
      try? question.fileHandleForWriting.close()
    }
    writer.start()
  }

  /// Waits for the end; to be called once.
  func answer() -> Answer {
    let said = (try? output.fileHandleForReading.readToEnd()) ?? nil
    let complaint = (try? failure.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: Array(said ?? Data()),
      failure: Array(complaint ?? Data()))
  }

  /// The first `git` of the search path.
  private static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/git" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let environment = {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C"
    // Set for hooks, and true of the folder that git was started in alone.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
      environment[name] = nil
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    return environment
  }()
}
