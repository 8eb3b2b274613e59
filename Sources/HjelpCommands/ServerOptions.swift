#if Server
  internal import ArgumentParser
  internal import Foundation
  internal import HjelpCompiler
  internal import HjelpEncoding
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
        "Count questions without an answer in this file or PostgreSQL database, masked; see 'hjelp unanswered'.",
        valueName: "file"))
    var unanswered: String?

    @Option(
      help: ArgumentHelp(
        "Answer an address at most so many requests a second; more get the status 429.",
        valueName: "requests"))
    var rateLimit: Int?

    @Option(
      help: ArgumentHelp(
        "Believe X-Forwarded-For of this address or network: 127.0.0.1, 10.0.0.0/8; repeatable.",
        valueName: "address"))
    var trustedProxy: [String] = []

    @Option(
      help: ArgumentHelp(
        "How events are written: text or json (default: text on a terminal, else json).",
        valueName: "format"))
    var logFormat: AnswerFormat?

    @Flag(help: "Log every request: its kind of address, status and time, never its text.")
    var accessLog = false

    /// How events are written: a terminal has a person before it, all else a program.
    var format: LogFormat {
      let named = logFormat ?? EnvironmentSettings.text("log-format").flatMap(AnswerFormat.init)
      return switch named {
      case .text: .text
      case .json: .json
      case nil: isatty(STDERR_FILENO) == 1 ? .text : .json
      }
    }

    /// The settings that flags say, with the flags.
    var named: [(key: String, flag: String, value: String?)] {
      func list(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: ", ")
      }
      return [
        ("host", "--host", host), ("port", "--port", port.map(String.init)),
        ("metrics-port", "--metrics-port", metricsPort.map(String.init)),
        ("cors", "--allow-origin", list(allowOrigin)), ("unanswered", "--unanswered", unanswered),
        ("rate-limit", "--rate-limit", rateLimit.map(String.init)),
        ("trusted-proxies", "--trusted-proxy", list(trustedProxy)),
        ("log-format", "--log-format", logFormat?.rawValue),
        ("access-log", "--access-log", accessLog ? "true" : nil),
      ]
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
      if let unanswered, unanswered.contains("://"), DatabaseAddress(unanswered) == nil {
        throw CommandFailure(
          "--unanswered must be a file, or a database as in 'postgresql://user@host/name'")
      }
      var configuration = ServerConfiguration(
        site: site, host: host ?? settings.server.host ?? "127.0.0.1",
        port: port ?? settings.server.port ?? 8080,
        metricsPort: metricsPort ?? settings.server.metricsPort,
        allowedOrigins: allowOrigin.isEmpty ? settings.allowedOrigins : allowOrigin,
        unanswered: unanswered ?? settings.server.unanswered)
      configuration.logsRequests = accessLog || EnvironmentSettings.isOn("access-log")
      configuration.rateLimit = rateLimit ?? settings.server.rateLimit
      if let limit = rateLimit, !(1...1_000_000).contains(limit) {
        throw CommandFailure("--rate-limit is \(limit); it must be from 1 to 1000000")
      }
      let proxies = trustedProxy.isEmpty ? settings.server.trustedProxies : trustedProxy
      for proxy in proxies {
        guard let network = Network(proxy) else {
          throw CommandFailure(
            "trusted proxy '\(proxy)' is no address; write it as 127.0.0.1 or 10.0.0.0/8")
        }
        configuration.trustedProxies.append(network)
      }
      return configuration
    }
  }
#endif
