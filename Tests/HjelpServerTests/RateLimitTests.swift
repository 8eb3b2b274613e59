internal import HTTPTypes
internal import Hummingbird
internal import Testing

@testable internal import HjelpServer

@Suite("A rate limit")
struct RateLimitTests {
  private func request(forwarded: [String] = []) throws -> Request {
    var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
    let name = try #require(HTTPField.Name("X-Forwarded-For"))
    for value in forwarded { head.headerFields.append(HTTPField(name: name, value: value)) }
    return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
  }

  @Test("allows four seconds' worth at once, and then so many a second")
  func counts() throws {
    let limit = RateLimit(rate: 10, proxies: [])
    let start = ContinuousClock.now
    let request = try request()
    for _ in 0..<40 { #expect(limit.wait(request, from: "192.0.2.1", now: start) == nil) }
    #expect(limit.wait(request, from: "192.0.2.1", now: start) == 1)
    #expect(limit.wait(request, from: "192.0.2.2", now: start) == nil)
    let later = start + .seconds(1)
    for _ in 0..<10 { #expect(limit.wait(request, from: "192.0.2.1", now: later) == nil) }
    #expect(limit.wait(request, from: "192.0.2.1", now: later) == 1)
  }

  @Test("counts a network of 64 bits as one client, and one IPv4 address")
  func clients() throws {
    let limit = RateLimit(rate: 1, proxies: [])
    let start = ContinuousClock.now
    let request = try request()
    for number in 0..<20 {
      #expect(limit.wait(request, from: "2001:db8::\(number)", now: start) == nil)
    }
    #expect(limit.wait(request, from: "2001:db8::ffff", now: start) == 1)
    #expect(limit.wait(request, from: "2001:db8:0:1::1", now: start) == nil)
  }

  @Test(
    "believes nobody but a trusted proxy",
    arguments: [
      ("192.0.2.9", ["198.51.100.1"], "192.0.2.9"), ("10.1.2.3", [], "10.1.2.3"),
      ("10.1.2.3", ["198.51.100.1"], "198.51.100.1"),
      ("::ffff:10.1.2.3", ["203.0.113.5, 198.51.100.1"], "198.51.100.1"),
      ("10.1.2.3", ["203.0.113.5, 198.51.100.1, 10.9.9.9"], "198.51.100.1"),
      ("10.1.2.3", ["203.0.113.5", "198.51.100.1:4711"], "198.51.100.1"),
      ("::1", ["[2001:db8::7]:80"], "2001:db8::7"), ("10.1.2.3", ["unknown"], "10.1.2.3"),
      ("10.1.2.3", ["10.0.0.7"], "10.0.0.7"),
    ])
  func proxies(_ peer: String, _ forwarded: [String], _ client: String) throws {
    let networks = ["10.0.0.0/8", "::1"].compactMap { Network($0) }
    let limit = RateLimit(rate: 1, proxies: networks)
    let found = limit.client(of: try request(forwarded: forwarded), peer)
    #expect(found == NetworkAddress(client))
  }

  @Test(
    "refuses what is no network",
    arguments: [
      "", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.0/8/8", "example.com", "10.0.0.0/-1",
      "::/x",
    ])
  func refuses(_ text: String) { #expect(Network(text) == nil) }
}
