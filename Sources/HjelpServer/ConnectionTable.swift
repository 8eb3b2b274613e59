internal import NIOCore
internal import Synchronization

/// The connections that there are, so that those that wait for nothing give way to new ones.
///
/// Where there are too many, of one address or in all, the oldest without a complete head is closed; the
/// newest never is, so that half-open connections lock nobody out.
final class ConnectionTable: Sendable {
  /// A connection.
  final class Entry: Sendable {
    fileprivate let number: UInt64
    fileprivate let address: String
    fileprivate let channel: any Channel
    /// Whether its head is not there yet.
    let isWaiting = Atomic(true)

    fileprivate init(number: UInt64, address: String, channel: any Channel) {
      self.number = number
      self.address = address
      self.channel = channel
    }
  }

  private struct State {
    var next: UInt64 = 0
    var entries: [UInt64: Entry] = [:]
    var counts: [String: Int] = [:]
  }

  private let limit: Int
  private let addressLimit: Int
  private let state = Mutex(State())

  /// Proxies, which hold the connections of many.
  private let exempt: [Network]

  /// A table of as many connections in all and for an address that is no proxy.
  init(limit: Int, addressLimit: Int, exempt: [Network] = []) {
    self.limit = limit
    self.addressLimit = addressLimit
    self.exempt = exempt
  }

  /// Adds a connection; another one may be closed for it.
  func add(_ channel: any Channel) -> Entry {
    let address = channel.remoteAddress?.ipAddress ?? ""
    let (entry, victim) = state.withLock { state in
      let entry = Entry(number: state.next, address: address, channel: channel)
      state.next += 1
      var victim: Entry?
      if state.counts[address, default: 0] >= addressLimit, !isExempt(address) {
        victim = Self.oldest(in: state.entries) { $0.address == address }
      }
      if victim == nil, state.entries.count >= limit {
        victim = Self.oldest(in: state.entries) { _ in true }
      }
      if let victim { Self.remove(victim, from: &state) }
      state.entries[entry.number] = entry
      state.counts[address, default: 0] += 1
      return (entry, victim)
    }
    victim?.channel.close(promise: nil)
    return entry
  }

  private func isExempt(_ address: String) -> Bool {
    guard !exempt.isEmpty, let address = NetworkAddress(address) else { return false }
    return exempt.contains { $0.contains(address) }
  }

  /// Forgets a connection that is closed.
  func remove(_ entry: Entry) { state.withLock { Self.remove(entry, from: &$0) } }

  private static func remove(_ entry: Entry, from state: inout State) {
    guard state.entries.removeValue(forKey: entry.number) != nil else { return }
    let count = state.counts[entry.address, default: 1] - 1
    state.counts[entry.address] = count > 0 ? count : nil
  }

  /// The oldest one that waits for its head.
  private static func oldest(
    in entries: [UInt64: Entry], where isMeant: (Entry) -> Bool
  ) -> Entry? {
    var oldest: Entry?
    for entry in entries.values where entry.number < oldest?.number ?? .max {
      if entry.isWaiting.load(ordering: .relaxed), isMeant(entry) { oldest = entry }
    }
    return oldest
  }
}
