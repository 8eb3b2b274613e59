#if Server
  internal import ArgumentParser
  internal import Foundation
  internal import HjelpCompiler
  internal import HjelpServer

  /// How `hjelp serve` listens and what it tells.
  struct ServerOptions: ParsableArguments {
    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on; 0 for any (default: 8080).")
    var port: Int?

    @Option(help: "Serve Prometheus metrics at /metrics on this port; 0 for any.")
    var metricsPort: Int?

    @Option(
      help: ArgumentHelp(
        "Let pages of this origin read answers: https://admin.example.com, or '*'; repeatable.",
        valueName: "origin"))
    var allowOrigin: [String] = []

    @Option(
      help: ArgumentHelp(
        "Count questions without an answer in this file, masked; see 'hjelp unanswered'.",
        valueName: "file"))
    var unanswered: String?

    @Option(
      help: ArgumentHelp(
        "How events are written: text or json (default: text on a terminal, else json).",
        valueName: "format"))
    var logFormat: AnswerFormat?

    @Flag(help: "Log every request: its kind of address, status and time, never its text.")
    var accessLog = false

    /// How events are written: a terminal has a person before it, all else a program.
    var format: LogFormat {
      switch logFormat {
      case .text: .text
      case .json: .json
      case nil: isatty(STDERR_FILENO) == 1 ? .text : .json
      }
    }

    /// Where events are written.
    var log: ServerLog { ServerLog(format: format) }

    /// What the server is started with: the flags, else the settings.
    func configuration(
      site: String, _ settings: Configuration
    ) throws(CommandFailure) -> ServerConfiguration {
      if let wrong = allowOrigin.first(where: { !WebOrigin.isOrigin($0) }) {
        throw CommandFailure(
          "--allow-origin is '\(wrong)'; write it as browsers do: https://admin.example.com")
      }
      if let unanswered, unanswered.contains("://") {
        throw CommandFailure("--unanswered must be a file; a database is not supported")
      }
      var configuration = ServerConfiguration(
        site: site, host: host ?? settings.server.host ?? "127.0.0.1",
        port: port ?? settings.server.port ?? 8080,
        metricsPort: metricsPort ?? settings.server.metricsPort,
        allowedOrigins: allowOrigin.isEmpty ? settings.allowedOrigins : allowOrigin,
        unansweredFile: unanswered ?? settings.server.unansweredFile)
      configuration.logsRequests = accessLog
      return configuration
    }

    /// The settings of a file.
    static func configuration(at path: String) throws(CommandFailure) -> Configuration {
      let bytes: Data
      do {
        bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw CommandFailure("'\(path)' cannot be read: \(error.localizedDescription)")
      }
      do {
        return try ConfigurationReader.read(Array(bytes), file: path)
      } catch {
        throw CommandFailure(error.description)
      }
    }
  }
#endif
