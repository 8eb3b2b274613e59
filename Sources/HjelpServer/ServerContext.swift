internal import Hummingbird
internal import NIOCore

/// What Hummingbird makes for each request: the connection, by which its client is known.
struct ServerContext: InitializableFromSource {
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }

  /// The address of whoever is connected.
  var peer: String? { channel.remoteAddress?.ipAddress }
}
