#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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
