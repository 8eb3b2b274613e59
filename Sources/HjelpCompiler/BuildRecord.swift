internal import HjelpRelease

/// What a build was made of and gave, so that one of the same can be seen to have nothing to do.
///
/// It is believed only if every file that a build reads and every file of the site is as it was: its
/// size, its number, and the times of its last changes, of which a program can set one and not the
/// other.
package struct BuildRecord: Sendable {
  /// What a build gave.
  package struct Outcome: Sendable, Equatable {
    /// How many pages of articles there are.
    package var pages: Int
    /// How many files the site has, the manifest left out.
    package var files: Int
    /// The line that says what was found.
    package var findings: String
    /// The severities that there are findings of, by name.
    package var severities: [String]

    /// An outcome of these figures.
    package init(pages: Int, files: Int, findings: String, severities: [String]) {
      self.pages = pages
      self.files = files
      self.findings = findings
      self.severities = severities
    }
  }

  private static let version = "hjelp record 2"

  private let key: String
  private let isSafe: Bool
  /// What the build gave, once it is done.
  package var outcome: Outcome?

  /// The record of a build that begins now.
  ///
  /// - Parameter settings: All that decides beside the files: flags, environment, folder.
  package init(_ workspace: Workspace, settings: [String]) {
    let begin = SystemCalls.now
    var text = StampText()
    for setting in settings { text.append(setting: setting) }
    text.append(Array("/proc/self/exe".utf8), as: [])
    for path in workspace.inputs { text.append(path, as: path) }
    key = text.hash
    isSafe = text.newest < begin - SystemCalls.clockMargin
  }

  /// What the last build into a folder gave; `nil` where it was of anything else, or the site is not
  /// as it left it.
  package func outcome(ofSite path: String) -> Outcome? {
    guard isSafe, let place = try? SitePlace(path), place.exists,
      case .bytes(let bytes) = SystemCalls.read(
        place.workFolder + Array("/record".utf8), limit: 1 << 16)
    else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard lines.count == 9, lines[8].isEmpty, lines[7] == Self.checksum(lines[..<7]),
      lines[0] == Self.version, lines[1] == key, let pages = Int(lines[3]),
      let files = Int(lines[4]), lines[2] == Self.stamp(of: place.tree)
    else { return nil }
    return Outcome(
      pages: pages, files: files, findings: lines[5],
      severities: lines[6].split(separator: " ").map(String.init))
  }

  /// The record of a site as it is now; `nil` where something changed while it was built.
  func bytes(site: [UInt8]) -> [UInt8]? {
    guard isSafe, let outcome, let stamp = Self.stamp(of: site) else { return nil }
    let lines = [
      Self.version, key, stamp, "\(outcome.pages)", "\(outcome.files)", outcome.findings,
      outcome.severities.joined(separator: " "),
    ]
    return Array((lines + [Self.checksum(lines[...]), ""]).joined(separator: "\n").utf8)
  }

  private static func checksum(_ lines: ArraySlice<String>) -> String {
    ContentHash.sha256(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// The stamp of all files of a site.
  private static func stamp(of site: [UInt8]) -> String? {
    var text = StampText()
    var folders: [[UInt8]] = [[]]
    while let folder = folders.popLast() {
      guard let names = SystemCalls.names(in: site + folder) else { return nil }
      for name in names {
        let path = folder + [0x2F] + name
        if text.append(site + path, as: path, follows: false) == .folder { folders.append(path) }
      }
    }
    return text.hash
  }
}

/// The names of files with what the system says of each.
private struct StampText {
  private var bytes: [UInt8] = []
  /// When the file changed that changed last.
  private(set) var newest: Int64 = 0

  var hash: String { ContentHash.sha256(of: bytes) }

  /// Adds a text.
  mutating func append(setting: String) {
    bytes += Array(setting.utf8)
    bytes.append(0)
  }

  /// Adds a name, and what stands at a path.
  @discardableResult
  mutating func append(
    _ path: [UInt8], as name: [UInt8], follows: Bool = true
  ) -> SystemCalls.Kind? {
    bytes += name
    bytes.append(0)
    guard let status = SystemCalls.status(path, follows: follows) else { return nil }
    // Of a folder only its being there counts: what is in it stands for itself.
    guard status.kind != .folder else { return .folder }
    newest = max(newest, status.touched)
    for value in [Int64(status.size), status.changed, status.touched, Int64(status.number)] {
      for shift in stride(from: Int64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    return status.kind
  }
}
