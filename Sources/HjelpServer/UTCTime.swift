#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The time of log lines.
enum UTCTime {
  /// The time now, as RFC 3339 has it: `2026-11-24T20:30:05Z`.
  ///
  /// - Parameter fraction: whether milliseconds are told too.
  static func now(fraction: Bool) -> String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: fraction))
  }
}
