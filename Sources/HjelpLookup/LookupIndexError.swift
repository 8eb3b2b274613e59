/// Why the bytes of an index are refused.
public struct LookupIndexError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Which of the two files is at fault.
  public enum File: String, Sendable {
    /// `LOCALE.hjx`.
    case index = "hjx"
    /// `LOCALE.hjs`.
    case text = "hjs"
  }

  /// What is wrong with it.
  public enum Reason: Sendable, Hashable {
    /// The file does not begin as an index of Hjelp does.
    case foreign
    /// The file's format has another version than this program reads.
    case version(found: Int, supported: Int)
    /// The file is shorter or longer than its header says.
    case length(found: Int, expected: Int)
    /// The bytes are not those that were written.
    case checksum
    /// A table points outside of the file, which its checksum did not show.
    case structure(String)
    /// The text belongs to another build of the index.
    case otherBuild
  }

  /// The file at fault.
  public let file: File
  /// What is wrong with it.
  public let reason: Reason

  /// One line for people, lower case, without a full stop.
  public var description: String {
    let what =
      switch reason {
      case .foreign: "is not an index of Hjelp"
      case .version(let found, let supported):
        "has format version \(found), but this program reads version \(supported)"
      case .length(let found, let expected):
        "holds \(found) bytes where its header promises \(expected)"
      case .checksum: "is damaged: its checksum does not fit its bytes"
      case .structure(let table): "is damaged: \(table) points outside of the file"
      case .otherBuild: "belongs to another build than its index"
      }
    return "the .\(file.rawValue) file \(what); build the site again"
  }
}
