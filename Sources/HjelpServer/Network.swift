#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A network of addresses, or a single one: `10.0.0.0/8`, `::1`.
public struct Network: Sendable, Hashable {
  private let address: NetworkAddress
  /// How many bits of the 128 all its addresses have in common.
  private let prefix: Int

  /// A network as it is written; `nil` for what is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let address = NetworkAddress(String(parts[0])) else {
      return nil
    }
    let offset = parts[0].contains(":") ? 0 : 96
    var prefix = 128
    if parts.count == 2 {
      guard let bits = Int(parts[1]), (0...(128 - offset)).contains(bits) else { return nil }
      prefix = offset + bits
    }
    self.prefix = prefix
    self.address = address.prefix(prefix)
  }

  /// Whether an address lies in it.
  func contains(_ other: NetworkAddress) -> Bool { other.prefix(prefix) == address }
}

/// An address of a host: IPv6, or IPv4 as it is mapped there.
struct NetworkAddress: Sendable, Hashable {
  private var high: UInt64
  private var low: UInt64

  /// An address as it is written, without a port.
  init?(_ text: String) {
    let isShort = !text.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: 16)
    guard unsafe inet_pton(AF_INET6, isShort ? "::ffff:\(text)" : text, &bytes) == 1 else {
      return nil
    }
    high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The address with nothing but its first bits.
  func prefix(_ bits: Int) -> NetworkAddress {
    var address = self
    address.high &= bits >= 64 ? .max : ~(UInt64.max >> UInt64(bits))
    address.low &= bits <= 64 ? 0 : bits >= 128 ? .max : ~(UInt64.max >> UInt64(bits - 64))
    return address
  }

  /// What is counted as one client: an IPv4 address, or the network of 64 bits that a household has.
  var client: NetworkAddress { high == 0 ? self : prefix(64) }
}
