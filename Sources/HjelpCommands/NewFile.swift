internal import Foundation

/// Files that a command makes: never in the place of one that is there.
enum NewFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .withoutOverwriting)
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      throw CommandFailure("'\(path)' is there already; remove it first")
    } catch {
      throw CommandFailure("'\(path)' cannot be written: \(error.localizedDescription)")
    }
  }
}
