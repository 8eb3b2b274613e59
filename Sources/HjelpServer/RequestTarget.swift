internal import HTTPTypes
internal import HjelpEncoding

/// The target of a request, taken apart (RFC 9112, section 3.2).
struct RequestTarget {
  /// A longer target is refused.
  static let maximumLength = 16 * 1024

  /// The path with its leading slash, percent-decoded.
  let path: [UInt8]
  /// What follows the question mark, as it was sent; `nil` if there is none.
  let query: [UInt8]?
  /// True if a slash was sent as `%2F`, which is no separator.
  let hasEncodedSlash: Bool

  /// Reads a target in origin form, or in absolute form as a proxy is sent it.
  init(_ target: String?) throws(RequestProblem) {
    var bytes = Array((target ?? "").utf8)[...]
    guard bytes.count <= Self.maximumLength else {
      throw RequestProblem(
        .textTooLong,
        "the address is longer than \(Self.maximumLength) bytes; send a long text by POST",
        status: .uriTooLong)
    }
    for scheme in ["http://", "https://"] where bytes.starts(with: scheme.utf8) {
      bytes = bytes.dropFirst(scheme.utf8.count).drop {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?")
      }
      if bytes.first != UInt8(ascii: "/") { bytes = [UInt8(ascii: "/")] + bytes }
    }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
    let raw = bytes[..<(mark ?? bytes.endIndex)]
    guard raw.first == UInt8(ascii: "/") else {
      throw RequestProblem(.badAddress, field: "path", "the address must begin with '/'")
    }
    let isEncoded = raw.contains(UInt8(ascii: "%"))
    guard let path = isEncoded ? PercentEncoding.decoded(raw) : Array(raw), !path.contains(0) else {
      throw RequestProblem(
        .badAddress, field: "path",
        "the path holds a NUL, or a '%' without two hexadecimal digits")
    }
    self.path = path
    query = mark.map { Array(bytes[($0 + 1)...]) }
    let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") }
    hasEncodedSlash = isEncoded && path.count(where: isSlash) != raw.count(where: isSlash)
  }
}
