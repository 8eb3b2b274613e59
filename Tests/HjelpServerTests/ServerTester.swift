import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import HjelpServer

/// A server over a sample release, and what it says to requests.
struct ServerTester {
  let release: SampleRelease
  let server: HjelpServer

  init(
    allowedOrigins: [String] = [], release: SampleRelease? = nil,
    log: ServerLog = ServerLog(format: .json) { _ in },
    _ change: (inout ServerConfiguration) -> Void = { _ in }
  ) throws {
    self.release = try release ?? SampleRelease()
    var configuration = ServerConfiguration(
      site: self.release.path, port: 0, allowedOrigins: allowedOrigins,
      reloadInterval: .milliseconds(20))
    change(&configuration)
    server = try HjelpServer(configuration: configuration, log: log)
  }

  /// Sends requests through the responder, without a socket.
  func run(
    _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    try await server.application().test(.router) { client in try await test(client) }
  }

  /// Sends requests over the network.
  func live(
    _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    try await server.application().test(.live) { client in try await test(client) }
  }

  /// One request without a socket.
  func get(
    _ uri: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get,
    body: String? = nil
  ) async throws -> TestResponse {
    var headers = headers
    if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    return try await server.application().test(.router) { [headers] client in
      try await client.execute(
        uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }
  }

  /// The metrics, as they are served on their own port.
  func metrics(_ uri: String = "/metrics", method: HTTPRequest.Method = .get) async throws
    -> TestResponse
  {
    try await server.metricsApplication(port: 0).test(.router) { client in
      try await client.execute(uri: uri, method: method)
    }
  }
}

extension TestResponse {
  /// The body as text.
  var text: String { String(buffer: body) }

  /// A header by its name.
  subscript(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
