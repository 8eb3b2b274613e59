/// Where a server listens.
public struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
  /// The name or address that was asked for.
  public let host: String
  /// The port, also where any was asked for.
  public let port: Int

  /// The URL of the site's root.
  public var description: String {
    host.contains(":") ? "http://[\(host)]:\(port)/" : "http://\(host):\(port)/"
  }
}
