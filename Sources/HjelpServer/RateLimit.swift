internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// How many requests a client may make: so many a second on average, and four seconds' worth at once.
///
/// A client is an address, of IPv6 the network of 64 bits. Behind a trusted proxy it is the last address of
/// `X-Forwarded-For` that is no trusted proxy itself: what stands before it the client can write.
final class RateLimit: Sendable {
  /// How many clients are known at once; then those that are at rest are forgotten.
  static let capacity = 65_536

  private struct Bucket {
    var level: Double
    var time: ContinuousClock.Instant
  }

  private let rate: Double
  private let burst: Double
  private let proxies: [Network]
  private let buckets = Mutex<[NetworkAddress: Bucket]>([:])

  /// A limit of `rate` requests a second.
  init(rate: Int, proxies: [Network]) {
    self.rate = Double(rate)
    burst = max(Double(rate) * 4, 20)
    self.proxies = proxies
  }

  /// Counts a request; how many seconds to wait if it is one too many.
  func wait(
    _ request: Request, from peer: String?, now: ContinuousClock.Instant = .now
  ) -> Int? {
    guard let client = client(of: request, peer)?.client else { return nil }
    return buckets.withLock { buckets in
      if buckets.count >= Self.capacity, buckets[client] == nil { forget(&buckets, now) }
      var bucket = buckets[client] ?? Bucket(level: burst, time: now)
      bucket.level = level(of: bucket, now)
      bucket.time = now
      defer { buckets[client] = bucket }
      guard bucket.level >= 1 else { return max(1, Int(((1 - bucket.level) / rate).rounded(.up))) }
      bucket.level -= 1
      return nil
    }
  }

  private func level(of bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
    min(burst, bucket.level + (now - bucket.time) / .seconds(1) * rate)
  }

  /// Forgets the clients at rest; if none is, all of them: nobody is locked out for want of memory.
  private func forget(
    _ buckets: inout [NetworkAddress: Bucket], _ now: ContinuousClock.Instant
  ) {
    buckets = buckets.filter { level(of: $0.value, now) < burst }
    if buckets.count >= Self.capacity { buckets = [:] }
  }

  /// Whom a request comes from.
  func client(of request: Request, _ peer: String?) -> NetworkAddress? {
    guard let peer, let address = NetworkAddress(peer) else { return nil }
    guard isTrusted(address), let name = HTTPField.Name("X-Forwarded-For") else { return address }
    let forwarded = request.headers[values: name].flatMap { $0.split(separator: ",") }
    var client = address
    for text in forwarded.reversed() {
      guard let address = NetworkAddress(Self.bare(text)) else { break }
      client = address
      if !isTrusted(address) { break }
    }
    return client
  }

  private func isTrusted(_ address: NetworkAddress) -> Bool {
    proxies.contains { $0.contains(address) }
  }

  /// An address without blanks, brackets and a port: ` [2001:db8::1]:4711`.
  private static func bare(_ text: Substring) -> String {
    let text = text.filter { $0 != " " }
    if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" }) }
    let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
    return colons == 1 ? String(text.prefix { $0 != ":" }) : text
  }
}
