internal import Logging

/// Writes what the frameworks have to say, from errors on.
///
/// Their metadata names requests: it is neither written nor kept.
struct FrameworkLogHandler: LogHandler {
  let log: ServerLog

  var metadataProvider: Logger.MetadataProvider?
  var logLevel = Logger.Level.error

  init(log: ServerLog) {
    self.log = log
  }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) {
    log.event(
      "framework", level: event.level >= .error ? .error : .warning,
      [("message", .text("\(event.message)"))])
  }
}
