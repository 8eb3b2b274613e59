public import Foundation

/// A folder that goes when the test is over.
public final class TemporaryFolder: Sendable {
  /// Its place.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hjelp-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and the folders above it.
  public func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file.
  public func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// The paths of all files below a folder, sorted.
  public func files(below name: String) -> [String] {
    guard let found = FileManager.default.enumerator(atPath: path(name)) else { return [] }
    return found.compactMap { $0 as? String }
      .filter { file in
        let item = url.appending(path: name + "/" + file)
        return (try? item.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) != true
      }.sorted()
  }
}
