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

  private static let version = "hjelp record 3"

  private let inputs: InputStamps
  /// What the build gave, once it is done.
  package var outcome: Outcome?

  /// The record of a build of these files.
  package init(_ inputs: InputStamps) { self.inputs = inputs }

  /// What the last build into a folder gave; `nil` where it was of anything else, or the site is not
  /// as it left it.
  package func outcome(ofSite path: String) -> Outcome? {
    guard inputs.isSafe, let place = try? SitePlace(path), place.exists,
      case .bytes(let bytes) = SystemCalls.read(
        place.workFolder + Array("/record".utf8), limit: 1 << 16)
    else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard lines.count == 9, lines[8].isEmpty, lines[7] == Self.checksum(lines[..<7]),
      lines[0] == Self.version, lines[1] == inputs.all, let pages = Int(lines[3]),
      let files = Int(lines[4]), lines[2] == StampText.hash(ofSite: place.tree)
    else { return nil }
    return Outcome(
      pages: pages, files: files, findings: lines[5],
      severities: lines[6].split(separator: " ").map(String.init))
  }

  /// The record of a site; `nil` where a change to a file could be missed.
  ///
  /// - Parameter stamp: The stamp of the site as it is now.
  func bytes(site stamp: String) -> [UInt8]? {
    guard inputs.isSafe, let outcome else { return nil }
    let lines = [
      Self.version, inputs.all, stamp, "\(outcome.pages)", "\(outcome.files)", outcome.findings,
      outcome.severities.joined(separator: " "),
    ]
    return Array((lines + [Self.checksum(lines[...]), ""]).joined(separator: "\n").utf8)
  }

  private static func checksum(_ lines: ArraySlice<String>) -> String {
    ContentHash.sha256(of: Array(lines.joined(separator: "\n").utf8))
  }
}
