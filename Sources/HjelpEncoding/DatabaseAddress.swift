/// The address of a PostgreSQL database as its own programs take it: `postgresql://user@host:5432/name`.
///
/// It may hold a password, so it is shown by its `description` alone.
public struct DatabaseAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address as it was written, with its password.
  public let text: String

  /// Takes an address; `nil` if the text is none, but the name of a file, say.
  public init?(_ text: String) {
    guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else { return nil }
    self.text = text
  }

  /// The address without a password.
  public var description: String {
    var bytes = Array(text.utf8)
    let begin = (Self.find("://", in: bytes, from: 0) ?? 0) + 3
    let query = bytes[begin...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    // Where an '@' stands in the password too, nobody knows which one ends it: the last one hides most.
    if let at = bytes[begin..<query].lastIndex(of: UInt8(ascii: "@")),
      let colon = bytes[begin..<at].firstIndex(of: UInt8(ascii: ":"))
    {
      bytes.removeSubrange(colon..<at)
    }
    for name in ["password=", "passphrase="] {
      var from = 0
      while let place = Self.find(name, in: bytes, from: from) {
        let value = place + name.utf8.count
        let end = bytes[value...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.endIndex
        bytes.removeSubrange(value..<end)
        from = value
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let sought = Array(text.utf8)
    guard bytes.count - start >= sought.count else { return nil }
    return (start...(bytes.count - sought.count)).first { bytes[$0...].starts(with: sought) }
  }
}
