internal import HjelpDatabase
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpRelease
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// Serves a site: its pages, and answers to lookups.
///
/// ```swift
/// let server = try HjelpServer(configuration: ServerConfiguration(site: "site"))
/// try await server.run { addresses in print("listening on \(addresses.site)") }
/// ```
public struct HjelpServer: Sendable {
  private let configuration: ServerConfiguration
  private let site: CurrentSite
  /// What lay in the folder before the first load: a release that comes meanwhile is another.
  private let stamp: ReleaseStamp?
  private let metrics = ServerMetrics()
  private let unanswered: UnansweredLog?
  private let log: ServerLog
  private let preview: SitePreview?
  private let nudges = AsyncStream.makeStream(of: Void.self)

  /// Loads the release; nothing listens yet.
  ///
  /// Every file is read and checked here: 9,000 files of 64 MB take 0.2 s.
  ///
  /// - Parameter preview: What is newer than the release, where its content is being written.
  public init(
    configuration: ServerConfiguration, log: ServerLog = ServerLog(format: .text),
    preview: SitePreview? = nil
  ) throws(ServerError) {
    for (port, flag) in [
      (configuration.port, "--port"), (configuration.metricsPort ?? 0, "--metrics-port"),
    ]
    where !(0...65535).contains(port) {
      throw ServerError.noPort(port, flag: flag)
    }
    ConnectionLimit.raise()
    self.configuration = configuration
    self.log = log
    self.preview = preview
    if let store = try Self.store(configuration) {
      unanswered = UnansweredLog(store: store, metrics: metrics, log: log)
    } else {
      unanswered = nil
    }
    stamp = ReleaseStamp(site: configuration.site)
    var snapshot: SiteSnapshot?
    do {
      snapshot = try SiteSnapshot(site: configuration.site, cacheSize: configuration.cacheSize)
      metrics.releasesServed.add()
    } catch {
      guard configuration.waitsForRelease else { throw error }
      log.event("release.missing", level: .warning, [("reason", .text(error.description))])
    }
    site = CurrentSite(snapshot)
  }

  private static func store(
    _ configuration: ServerConfiguration
  ) throws(ServerError) -> (any UnansweredStore)? {
    guard let place = configuration.unanswered else { return nil }
    do {
      if let address = DatabaseAddress(place) {
        let name = "\(HostName.current):\(configuration.port)"
        return try UnansweredDatabase(address, server: name)
      }
      let file = UnansweredFile(path: place)
      try file.prepare()
      return file
    } catch let error as DatabaseError {
      let shown = DatabaseAddress(place)?.description ?? place
      throw ServerError.database(address: shown, reason: error.description)
    } catch {
      throw ServerError.unanswered(path: place, reason: "\(error)")
    }
  }

  /// Looks for a new release at once, which holds what the preview showed up to a generation.
  public func reload(holding generation: Int) {
    preview?.expectRelease(of: generation)
    nudges.continuation.yield()
  }

  /// Listens and answers until SIGTERM or SIGINT, then lets the requests under way end.
  ///
  /// - Parameter onReady: called once, when connections are taken.
  public func run(
    onReady: @escaping @Sendable (ServerAddresses) -> Void
  ) async throws(ServerError) {
    let gate = ReadyGate(configuration) { [log, site] addresses in
      var fields: [ServerLog.Field] = [("address", .text(addresses.site.description))]
      if let metrics = addresses.metrics { fields.append(("metrics", .text("\(metrics)metrics"))) }
      if let snapshot = site.snapshot { fields.append(("release", .text(snapshot.hash))) }
      log.event("server.started", fields)
      onReady(addresses)
    }
    // They stop in the reverse order: what the last requests ask is still written down.
    var services: [any Service] = []
    if let unanswered { services.append(unanswered) }
    services.append(
      Listener(
        application: application(onOpen: gate.openSite), host: configuration.host,
        port: configuration.port, flag: "--port"))
    if let port = configuration.metricsPort {
      services.append(
        Listener(
          application: metricsApplication(port: port, onOpen: gate.openMetrics),
          host: configuration.host, port: port, flag: "--metrics-port"))
    }
    var group = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: frameworkLogger)
    group.maximumGracefulShutdownDuration = .seconds(10)
    do {
      try await ServiceGroup(configuration: group).run()
    } catch let error as ServerError {
      throw error
    } catch {
      throw ServerError.stopped(reason: "\(error)")
    }
    log.event("server.stopped")
  }

  /// The application, for `run` and for tests.
  func application(onOpen: @escaping @Sendable (Int) -> Void = { _ in }) -> Application<
    SiteResponder
  > {
    let watcher = ReleaseWatcher(
      configuration: configuration, site: site, stamp: stamp, metrics: metrics, log: log,
      nudges: nudges.stream, preview: preview)
    let responder = SiteResponder(
      site: site, crossOrigin: CrossOrigin(configuration.allowedOrigins), metrics: metrics,
      unanswered: unanswered, log: log, preview: preview,
      accessLog: configuration.logsRequests ? AccessLog(log: log) : nil,
      rateLimit: configuration.rateLimit.map {
        RateLimit(rate: $0, proxies: configuration.trustedProxies)
      })
    return listening(
      to: responder, port: configuration.port, services: [watcher, PageCompressor(site: site)],
      onOpen: onOpen)
  }

  /// The application on the port of the metrics.
  func metricsApplication(
    port: Int, onOpen: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> Application<MetricsResponder> {
    listening(
      to: MetricsResponder(metrics: metrics, site: site), port: port, services: [], onOpen: onOpen)
  }

  private func listening<Responder: HTTPResponder>(
    to responder: Responder, port: Int, services: [any Service],
    onOpen: @escaping @Sendable (Int) -> Void
  ) -> Application<Responder>
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let limits = ConnectionGuard.Limits(
      head: TimeAmount(configuration.headTimeout), body: TimeAmount(configuration.bodyTimeout),
      answer: TimeAmount(configuration.answerTimeout))
    let most = ConnectionLimit.available(configuration.maximumConnections)
    let table = ConnectionTable(
      limit: most, addressLimit: max(32, most / 4),
      exempt: configuration.trustedProxies)
    return Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionGuard(limits, table)],
          idleTimeout: TimeAmount(configuration.idleTimeout))),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: port),
        // Some more than the table holds: what it closes takes a moment.
        availableConnectionsDelegate: .maximum(most + most / 8, logger: frameworkLogger)),
      services: services,
      onServerRunning: { channel in onOpen(channel.localAddress?.port ?? port) },
      logger: frameworkLogger)
  }

  /// What the frameworks have to say, from errors on.
  private var frameworkLogger: Logger {
    Logger(label: "hjelp") { [log] _ in FrameworkLogHandler(log: log) }
  }
}
