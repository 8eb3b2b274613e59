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
