import Foundation
import Synchronization

@testable import HjelpServer

/// A log whose lines are kept.
final class RecordedLog: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  /// The log that writes here.
  func log(_ format: LogFormat = .json) -> ServerLog {
    ServerLog(format: format) { line in self.bytes.withLock { $0 += line } }
  }

  /// All that was written.
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  /// The lines as JSON.
  var events: [[String: String]] {
    text.split(separator: "\n").map { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object ?? ["event": "broken: \(line)"]).mapValues { "\($0)" }
    }
  }
}
