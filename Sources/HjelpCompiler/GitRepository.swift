/// What `--changed-since` asks git about one folder.
///
/// The questions are put as soon as their words are known, and what they are answered is read when it
/// is needed: git works while the files are looked for.
struct GitRepository {
  /// The folder of the working tree, resolved.
  let root: [UInt8]
  /// The commit that changes are counted from: where the revision and the current commit part.
  let commit: String

  private let folder: String
  private let isShallow: Bool
  private let known: GitQuestion
  private let new: GitQuestion

  /// Questions that are put, and not answered yet.
  struct Inquiry {
    fileprivate let folder: String
    fileprivate let revision: String
    fileprivate let place: GitQuestion
    fileprivate let new: GitQuestion
    /// Where the revision and the current commit part, if they do, and what differs from there.
    fileprivate let common: (commit: String, known: GitQuestion)?

    /// Asks about changes in a folder since a revision.
    ///
    /// - Throws: An error if there is no git.
    init(_ folder: String, since revision: String) throws(CompilerError) {
      self.folder = folder
      self.revision = revision
      place = try GitQuestion(
        in: folder, ["rev-parse", "--is-shallow-repository", "--show-toplevel"])
      // Nothing that begins with a hyphen is a revision.
      let base =
        try revision.hasPrefix("-")
        ? nil : GitQuestion(in: folder, ["merge-base", revision, "HEAD"])
      new = try GitQuestion(
        in: folder,
        ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", "."])
      guard let answer = base?.answer(), answer.status == 0 else {
        common = nil
        return
      }
      let commit = GitRepository.line(answer.output)
      common = (commit, try GitRepository.known(since: commit, in: folder))
    }
  }

  /// The repository that the inquiry was about.
  ///
  /// - Throws: An error if there is no working tree or no such revision; it names the depth that a
  ///   shallow clone needs.
  init(_ inquiry: Inquiry) throws(CompilerError) {
    folder = inquiry.folder
    new = inquiry.new
    let answer = inquiry.place.answer()
    let lines = answer.output.split(separator: 0x0A, maxSplits: 1)
    guard answer.status == 0, lines.count == 2 else {
      throw .revision(
        "'\(folder)' lies in no git working tree; --changed-since needs one, --files-from does not")
    }
    isShallow = lines[0].elementsEqual("true".utf8)
    root = Array(lines[1].last == 0x0A ? lines[1].dropLast() : lines[1])
    if let common = inquiry.common {
      (commit, known) = common
    } else {
      commit = try Self.commit(inquiry.revision, in: folder, isShallow: isShallow)
      known = try Self.known(since: commit, in: folder)
    }
  }

  /// The files below a folder that differ from a commit.
  private static func known(
    since commit: String, in folder: String
  ) throws(CompilerError) -> GitQuestion {
    try GitQuestion(
      in: folder,
      ["diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", commit, "--", "."])
  }

  /// A revision without a commit that it has in common with the current one.
  private static func commit(
    _ revision: String, in folder: String, isShallow: Bool
  ) throws(CompilerError) -> String {
    let found = try GitQuestion(
      in: folder,
      ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    ).answer()
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
    return line(found.output)
  }

  /// The depth that holds a revision: known of `HEAD~3`, else all of it.
  private static func depth(of revision: String) -> String {
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

  /// The files below the folder that differ from the commit, as paths from the root of the working
  /// tree; what git does not know yet counts, what it ignores does not.
  func changedFiles() throws(CompilerError) -> [[UInt8]] {
    let known = known.answer()
    guard known.status == 0 else {
      throw .revision("git diff failed: \(Self.line(known.failure))")
    }
    return [known.output, new.answer().output].flatMap { $0.split(separator: 0) }.map(Array.init)
  }

  /// The content of files at the commit, in their order; `nil` for one that was not there.
  func contents(of paths: [[UInt8]]) throws(CompilerError) -> [[UInt8]?] {
    guard !paths.isEmpty else { return [] }
    // A path with a line end cannot be asked for; its file counts as new.
    let asked = paths.filter { !$0.contains(0x0A) }
    var input: [UInt8] = []
    for path in asked { input += Array("\(commit):".utf8) + path + [0x0A] }
    let answer = try GitQuestion(in: folder, ["cat-file", "--batch"], input: input).answer()
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

  fileprivate static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
