internal import Hummingbird

/// What Hummingbird makes for each request: nothing, since a route needs the request alone.
struct ServerContext: InitializableFromSource {
  init(source: ApplicationRequestContextSource) {}
}
