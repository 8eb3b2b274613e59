public import Foundation

/// The data beside the project, if `HJELP_SHARED` names them; tests over them are skipped else.
public enum SharedData {
  /// The folder, or `nil`.
  public static let folder: URL? = ProcessInfo.processInfo.environment["HJELP_SHARED"]
    .map { URL(fileURLWithPath: $0) }

  /// Whether the folder is named.
  public static var isThere: Bool { folder != nil }

  /// What a skipped test says.
  public static let reason = "HJELP_SHARED is not set"

  /// The bytes of a file below the folder.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try [UInt8](Data(contentsOf: folder.appending(path: path)))
  }

  /// The Markdown files below a folder, as paths from it, sorted.
  public static func articles(below path: String) -> [String] {
    guard let folder else { return [] }
    let root = folder.appending(path: path).path
    guard let files = FileManager.default.enumerator(atPath: root) else { return [] }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
  }
}
