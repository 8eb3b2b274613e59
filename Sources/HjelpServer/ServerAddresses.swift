/// Where a server listens for what.
public struct ServerAddresses: Sendable, Hashable {
  /// The site.
  public let site: ServerAddress
  /// The metrics, at `metrics` below this URL; `nil` where nobody asked for them.
  public let metrics: ServerAddress?
}
