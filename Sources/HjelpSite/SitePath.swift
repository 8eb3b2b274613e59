internal import HjelpEncoding

/// Paths within a site.
package enum SitePath {
  /// The address of `target` seen from the page at `page`, percent-encoded; both are paths from the
  /// site's root.
  package static func relative(from page: String, to target: String) -> String {
    let from = page.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let to = target.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var shared = 0
    while shared < from.count - 1, shared < to.count - 1,
      from[shared].elementsEqual(to[shared])
    {
      shared += 1
    }
    var parts = [String](repeating: "..", count: from.count - 1 - shared)
    parts += to[shared...].map { PercentEncoding.path($0) }
    return parts.joined(separator: "/")
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
