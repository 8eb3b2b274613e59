/// Origins of pages in settings, as browsers name them (RFC 6454, section 6.2).
package enum WebOrigin {
  /// True for `*`, and for `SCHEME://HOST` or `SCHEME://HOST:PORT` in lower case.
  ///
  /// A browser sends nothing behind the port, and no port that is the scheme's own: what is written
  /// otherwise would never fit.
  package static func isOrigin(_ text: String) -> Bool {
    if text == "*" { return true }
    guard let mark = text.firstRange(of: "://") else { return false }
    let scheme = text[..<mark.lowerBound].utf8
    var host = text[mark.upperBound...].utf8[...]
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), host.last != UInt8(ascii: "]") {
      let port = host[host.index(after: colon)...]
      guard (1...5).contains(port.count), port.allSatisfy(isDigit) else { return false }
      let usual = ["http": "80", "https": "443"]
      if usual[String(scheme) ?? ""] == String(port) { return false }
      host = host[..<colon]
    }
    let isAddress = host.first == UInt8(ascii: "[") && host.last == UInt8(ascii: "]")
    if isAddress { host = host.dropFirst().dropLast() }
    return !scheme.isEmpty && !host.isEmpty && scheme.allSatisfy { isLetter($0) || isMark($0) }
      && host.allSatisfy {
        isLetter($0) || isMark($0) || isAddress && $0 == UInt8(ascii: ":")
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_")
  }
}
