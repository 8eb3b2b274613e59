import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import HjelpServer

/// A server over a sample release, and what it says to requests.
struct ServerTester {
  let release: SampleRelease
  private let server: HjelpServer

  init(allowedOrigins: [String] = [], release: SampleRelease? = nil) throws {
    self.release = try release ?? SampleRelease()
    server = try HjelpServer(
      configuration: ServerConfiguration(
        site: self.release.path, port: 0, allowedOrigins: allowedOrigins,
        reloadInterval: .milliseconds(20)))
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
    try await server.application().test(.router) { client in
      try await client.execute(
        uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }
  }
}

extension TestResponse {
  /// The body as text.
  var text: String { String(buffer: body) }

  /// A header by its name.
  subscript(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
