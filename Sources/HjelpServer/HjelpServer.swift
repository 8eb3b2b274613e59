internal import HjelpRelease
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Serves a site: its pages, and answers to lookups.
///
/// ```swift
/// let server = try HjelpServer(configuration: ServerConfiguration(site: "site"))
/// try await server.run { address in print("listening on \(address)") }
/// ```
public struct HjelpServer: Sendable {
  private let configuration: ServerConfiguration
  private let site: CurrentSite
  /// What lay in the folder before the first load: a release that comes meanwhile is another.
  private let stamp: ReleaseStamp?
  private let logger: Logger

  /// Loads the release; nothing listens yet.
  ///
  /// Every file is read and checked here: 9,000 files of 64 MB take 0.2 s.
  public init(configuration: ServerConfiguration) throws(ServerError) {
    guard (0...65535).contains(configuration.port) else {
      throw ServerError.noPort(configuration.port)
    }
    self.configuration = configuration
    var logger = Logger(label: "hjelp") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .info
    self.logger = logger
    stamp = ReleaseStamp(site: configuration.site)
    var snapshot: SiteSnapshot?
    do {
      snapshot = try SiteSnapshot(site: configuration.site)
    } catch {
      guard configuration.waitsForRelease else { throw error }
      logger.warning("there is no release yet: \(error.description)")
    }
    site = CurrentSite(snapshot)
  }

  /// Listens and answers until SIGTERM or SIGINT, then lets the requests under way end.
  ///
  /// - Parameter onReady: called once, when connections are taken.
  public func run(
    onReady: @escaping @Sendable (ServerAddress) -> Void
  ) async throws(ServerError) {
    let application = application(onReady: onReady)
    var group = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    group.maximumGracefulShutdownDuration = .seconds(10)
    do {
      try await ServiceGroup(configuration: group).run()
    } catch {
      throw described(error)
    }
  }

  /// The application, for `run` and for tests.
  func application(
    onReady: @escaping @Sendable (ServerAddress) -> Void = { _ in }
  ) -> Application<SiteResponder> {
    let configuration = configuration
    let watcher = ReleaseWatcher(
      path: configuration.site, interval: configuration.reloadInterval, site: site, stamp: stamp,
      logger: logger)
    return Application(
      responder: SiteResponder(
        site: site, crossOrigin: CrossOrigin(configuration.allowedOrigins)),
      server: .http1(configuration: .init(idleTimeout: .seconds(30))),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port)),
      services: [watcher],
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? configuration.port
        onReady(ServerAddress(host: configuration.host, port: port))
      },
      logger: quiet)
  }

  /// What the frameworks have to say, from errors on: their lines name requests.
  private var quiet: Logger {
    var logger = logger
    logger.logLevel = .error
    return logger
  }

  private func described(_ error: any Error) -> ServerError {
    let (host, port) = (configuration.host, configuration.port)
    guard let failure = error as? IOError else {
      return .cannotListen(host: host, port: port, reason: "\(error)")
    }
    switch failure.errnoCode {
    case EADDRINUSE: return .portInUse(host: host, port: port)
    case EACCES: return .portNotAllowed(host: host, port: port)
    default:
      return .cannotListen(host: host, port: port, reason: failure.description)
    }
  }
}
