internal import Foundation

/// The questions that `--changed-since` has to git.
struct GitRepository {
  /// The folder of the working tree, resolved.
  let root: [UInt8]
  private let folder: String
  private let isShallow: Bool

  /// The repository that a folder lies in.
  ///
  /// - Throws: An error if there is no git, or no working tree.
  init(containing folder: String) throws(CompilerError) {
    self.folder = folder
    let answer = try Self.git(
      ["-C", folder, "rev-parse", "--is-shallow-repository", "--show-toplevel"])
    let lines = answer.output.split(separator: 0x0A, maxSplits: 1)
    guard answer.status == 0, lines.count == 2 else {
      throw .revision(
        "'\(folder)' lies in no git working tree; --changed-since needs one, --files-from does not")
    }
    isShallow = lines[0].elementsEqual("true".utf8)
    root = Array(lines[1].last == 0x0A ? lines[1].dropLast() : lines[1])
  }

  /// The commit that changes are counted from: where `revision` and the current commit part.
  ///
  /// - Throws: An error that names the depth that a shallow clone needs.
  func base(of revision: String) throws(CompilerError) -> String {
    // Nothing that begins with a hyphen is a revision.
    let common = try revision.hasPrefix("-") ? nil : git(["merge-base", revision, "HEAD"])
    if let common, common.status == 0 { return Self.line(common.output) }
    let found = try git([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    guard found.status == 0 else {
      if isShallow {
        throw .revision(
          "revision '\(revision)' is not in this shallow clone; fetch it with \(depth(of: revision))"
        )
      }
      throw .revision("revision '\(revision)' is not there; name a commit, a branch or a tag")
    }
    if isShallow {
      throw .revision(
        "this clone is too shallow to tell where '\(revision)' and HEAD part; "
          + "fetch with \(depth(of: revision))")
    }
    // Histories without a common commit: the files themselves are compared.
    return Self.line(found.output)
  }

  /// The depth that holds a revision: known of `HEAD~3`, else all of it.
  private func depth(of revision: String) -> String {
    var steps = 0
    var digits = ""
    guard let mark = revision.firstIndex(where: { $0 == "~" || $0 == "^" }),
      revision[..<mark] == "HEAD" || revision[..<mark] == "@"
    else { return "depth 0, the whole history (git fetch --unshallow)" }
    func close(_ steps: inout Int, _ digits: inout String) {
      if !digits.isEmpty { steps += (Int(digits) ?? 1) - 1 }
      digits = ""
    }
    for character in revision[mark...] {
      switch character {
      case "~", "^":
        close(&steps, &digits)
        steps += 1
      case "0"..."9": digits.append(character)
      default: return "depth 0, the whole history (git fetch --unshallow)"
      }
    }
    close(&steps, &digits)
    return "depth \(steps + 1) (git fetch --depth=\(steps + 1))"
  }

  /// The files below `folder` that differ from a commit, as paths from the root of the working tree;
  /// what git does not know yet counts, what it ignores does not.
  func changedFiles(since commit: String) throws(CompilerError) -> [[UInt8]] {
    let known = try git(
      ["diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", commit, "--", "."])
    guard known.status == 0 else {
      throw .revision("git diff failed: \(Self.line(known.failure))")
    }
    let new = try git([
      "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ".",
    ])
    return [known.output, new.output].flatMap { $0.split(separator: 0) }.map(Array.init)
  }

  /// The content of files at a commit, in their order; `nil` for one that was not there.
  func contents(of paths: [[UInt8]], at commit: String) throws(CompilerError) -> [[UInt8]?] {
    guard !paths.isEmpty else { return [] }
    // A path with a line end cannot be asked for; its file counts as new.
    let asked = paths.filter { !$0.contains(0x0A) }
    var input: [UInt8] = []
    for path in asked { input += Array("\(commit):".utf8) + path + [0x0A] }
    let answer = try Self.git(["-C", folder, "cat-file", "--batch"], input: input)
    guard answer.status == 0 else {
      throw .revision("git cat-file failed: \(Self.line(answer.failure))")
    }
    var start = 0
    var found: [[UInt8]: [UInt8]] = [:]
    for path in asked {
      guard let end = answer.output[start...].firstIndex(of: 0x0A) else { break }
      let head = answer.output[start..<end].split(separator: 0x20)
      start = end + 1
      guard head.count == 3, head[1].elementsEqual("blob".utf8),
        let size = Int(String(decoding: head[2], as: UTF8.self)),
        start + size <= answer.output.count
      else { continue }
      found[path] = Array(answer.output[start..<start + size])
      start += size + 1
    }
    return paths.map { found[$0] }
  }

  // MARK: - The process

  private struct Answer {
    var status: Int32
    var output: [UInt8]
    var failure: [UInt8]
  }

  private func git(_ arguments: [String]) throws(CompilerError) -> Answer {
    try Self.git(["-C", folder] + arguments)
  }

  private static func git(
    _ arguments: [String], input: [UInt8]? = nil
  ) throws(CompilerError) -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C"
    // Set for hooks, and true of the folder that git was started in alone.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
      environment[name] = nil
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    process.environment = environment
    let output = Pipe()
    let failure = Pipe()
    let question = Pipe()
    process.standardOutput = output
    process.standardError = failure
    process.standardInput = input == nil ? FileHandle.nullDevice : question
    do {
      try process.run()
    } catch {
      throw .revision("git cannot be run; install it, or use --files-from")
    }
    // Written from another thread: git answers before it has read all.
    let writer = Thread {
      try? question.fileHandleForWriting.write(contentsOf: Data(input ?? []))
      try? question.fileHandleForWriting.close()
    }
    writer.start()
    let said = (try? output.fileHandleForReading.readToEnd()) ?? nil
    let complaint = (try? failure.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      throw .revision("git is not installed; install it, or use --files-from")
    }
    return Answer(
      status: process.terminationStatus, output: Array(said ?? Data()),
      failure: Array(complaint ?? Data()))
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
