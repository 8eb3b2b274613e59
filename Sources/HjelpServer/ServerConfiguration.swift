/// What a server is started with.
public struct ServerConfiguration: Sendable {
  /// The folder of the site: one that `hjelp build` made, or a link to it.
  public var site: String
  /// The name or address to listen on.
  public var host: String
  /// The port to listen on; 0 takes any that is free.
  public var port: Int
  /// The origins whose pages may read answers (`https://admin.example.com`); `*` stands for all.
  public var allowedOrigins: [String]
  /// How often the site is looked at for a new release.
  public var reloadInterval: Duration
  /// Whether to start without a release, and to answer 503 until there is one.
  public var waitsForRelease: Bool

  /// A configuration; what is not said listens on this machine alone.
  public init(
    site: String, host: String = "127.0.0.1", port: Int = 8080, allowedOrigins: [String] = [],
    reloadInterval: Duration = .seconds(1), waitsForRelease: Bool = false
  ) {
    self.site = site
    self.host = host
    self.port = port
    self.allowedOrigins = allowedOrigins
    self.reloadInterval = reloadInterval
    self.waitsForRelease = waitsForRelease
  }
}
