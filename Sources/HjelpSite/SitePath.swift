internal import HjelpEncoding

/// Paths within a site.
package enum SitePath {
  /// The address of `target` seen from the page at `page`, percent-encoded; both are paths from the
  /// site's root.
  package static func relative(from page: String, to target: String) -> String {
    let slash = UInt8(ascii: "/")
    let (from, to) = (Array(page.utf8), Array(target.utf8))
    // What both have up to a slash is the folder that they share.
    var shared = 0
    for index in 0..<min(from.count, to.count) {
      guard from[index] == to[index] else { break }
      if from[index] == slash { shared = index + 1 }
    }
    let steps = from[shared...].reduce(0) { $0 + ($1 == slash ? 1 : 0) }
    let rest = PercentEncoding.path(to[shared...])
    return steps == 0 ? rest : String(repeating: "../", count: steps) + rest
  }

  /// A path relative to the folder `folder`, with `.` and `..` resolved; `nil` if it leaves the root.
  package static func resolve(_ path: some Sequence<UInt8>, in folder: some Sequence<UInt8>)
    -> [UInt8]?
  {
    var parts: [[UInt8]] = []
    for source in [Array(folder), Array(path)] {
      for part in source.split(separator: UInt8(ascii: "/")) {
        if part.elementsEqual("..".utf8) {
          guard parts.popLast() != nil else { return nil }
        } else if !part.elementsEqual(".".utf8) {
          parts.append(Array(part))
        }
      }
    }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  /// The folder of a path: what stands before its last slash.
  package static func folder(of path: [UInt8]) -> ArraySlice<UInt8> {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return [] }
    return path[..<slash]
  }
}
