internal import Synchronization

/// Waits until all ports are listened on, and then says so, once.
final class ReadyGate: Sendable {
  private struct Ports {
    var site: Int?
    var metrics: Int?
  }

  private let ports = Mutex(Ports())
  private let configuration: ServerConfiguration
  private let onReady: @Sendable (ServerAddresses) -> Void

  init(
    _ configuration: ServerConfiguration, _ onReady: @escaping @Sendable (ServerAddresses) -> Void
  ) {
    self.configuration = configuration
    self.onReady = onReady
  }

  /// The site is listened for on this port.
  func openSite(_ port: Int) { open { $0.site = port } }

  /// The metrics are listened for on this port.
  func openMetrics(_ port: Int) { open { $0.metrics = port } }

  private func open(_ change: (inout Ports) -> Void) {
    let ports = ports.withLock { ports in
      change(&ports)
      return ports
    }
    guard let site = ports.site, configuration.metricsPort == nil || ports.metrics != nil else {
      return
    }
    onReady(
      ServerAddresses(
        site: ServerAddress(host: configuration.host, port: site),
        metrics: ports.metrics.map { ServerAddress(host: configuration.host, port: $0) }))
  }
}
