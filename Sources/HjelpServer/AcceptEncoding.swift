/// Reads `Accept-Encoding` (RFC 9110, section 12.5.3).
enum AcceptEncoding {
  /// True if the header lets a body be sent with gzip.
  static func allowsGzip(_ header: String?) -> Bool {
    guard let header else { return false }
    var any = false
    for part in header.split(separator: ",").prefix(32) {
      let fields = part.split(separator: ";").map { trimmed($0) }
      guard let name = fields.first?.lowercased() else { continue }
      let isAllowed = weight(fields.dropFirst()) > 0
      if name == "gzip" || name == "x-gzip" { return isAllowed }
      if name == "*" { any = isAllowed }
    }
    return any
  }

  private static func weight(_ fields: ArraySlice<Substring>) -> Double {
    for field in fields where field.hasPrefix("q=") || field.hasPrefix("Q=") {
      return Double(field.dropFirst(2)) ?? 0
    }
    return 1
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
