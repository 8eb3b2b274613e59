/// What a server is started with.
public struct ServerConfiguration: Sendable {
  /// The folder of the site: one that `hjelp build` made, or a link to it.
  public var site: String
  /// The name or address to listen on.
  public var host: String
  /// The port to listen on; 0 takes any that is free.
  public var port: Int
  /// The port that metrics are served on, 0 for any that is free; `nil` serves none.
  public var metricsPort: Int?
  /// The origins whose pages may read answers (`https://admin.example.com`); `*` stands for all.
  public var allowedOrigins: [String]
  /// The file, or the address of the database, that questions without an answer are counted in; `nil`
  /// counts none.
  public var unanswered: String?
  /// Whether each request is logged: its route, never its path or query.
  public var logsRequests = false
  /// How many requests a second an address may make on average; `nil` for any number.
  public var rateLimit: Int?
  /// The proxies whose `X-Forwarded-For` is believed.
  public var trustedProxies: [Network] = []
  /// How often the site is looked at for a new release.
  public var reloadInterval: Duration
  /// Whether to start without a release, and to answer 503 until there is one.
  public var waitsForRelease: Bool
  /// How many connections are held at once; then the oldest one without a head gives way to a new one.
  /// The system may allow fewer.
  public var maximumConnections = 4096
  /// How long a connection may be without a request between two of them.
  public var idleTimeout: Duration = .seconds(30)
  /// How long the head of a request may take to come in, from the connection on.
  public var headTimeout: Duration = .seconds(10)
  /// How long a body may take to come in whole.
  public var bodyTimeout: Duration = .seconds(10)
  /// How long a client may take nothing of its answer.
  public var answerTimeout: Duration = .seconds(30)
  /// How many bytes answers are kept in at most, about, so that they need not be found again.
  ///
  /// Half of it for GETs as they came, half for questions however they came; of each, half is sure to
  /// be kept: some 2,500 answers of 1.2 kB.
  public var cacheSize = 16 << 20

  /// A configuration; what is not said listens on this machine alone.
  public init(
    site: String, host: String = "127.0.0.1", port: Int = 8080, metricsPort: Int? = nil,
    allowedOrigins: [String] = [], unanswered: String? = nil,
    reloadInterval: Duration = .seconds(1), waitsForRelease: Bool = false
  ) {
    self.site = site
    self.host = host
    self.port = port
    self.metricsPort = metricsPort
    self.allowedOrigins = allowedOrigins
    self.unanswered = unanswered
    self.reloadInterval = reloadInterval
    self.waitsForRelease = waitsForRelease
  }
}
