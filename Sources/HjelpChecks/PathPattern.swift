/// A pattern of paths: `*` is any part of a name, `**` any number of folders.
package struct PathPattern: Hashable, Sendable {
  private let parts: [[UInt8]]

  /// Reads a pattern.
  package init(_ text: String) {
    parts = text.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
  }

  /// Whether the pattern fits the path or a folder above it.
  package func matches(_ path: [UInt8]) -> Bool {
    let names = path.split(separator: UInt8(ascii: "/")).map { Array($0) }
    // reachable[i]: the first i parts of the pattern fit what was read so far.
    var reachable = [Bool](repeating: false, count: parts.count + 1)
    reachable[0] = true
    spread(&reachable)
    for name in names {
      var next = [Bool](repeating: false, count: parts.count + 1)
      for index in parts.indices where reachable[index] {
        if parts[index] == Array("**".utf8) {
          next[index] = true
        } else if Self.fits(parts[index], name) {
          next[index + 1] = true
        }
      }
      spread(&next)
      if next[parts.count] { return true }
      reachable = next
    }
    return false
  }

  private func spread(_ reachable: inout [Bool]) {
    for index in parts.indices where reachable[index] && parts[index] == Array("**".utf8) {
      reachable[index + 1] = true
    }
  }

  private static func fits(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var reachable = [Bool](repeating: false, count: name.count + 1)
    reachable[0] = true
    for mark in pattern {
      var next = [Bool](repeating: false, count: name.count + 1)
      if mark == UInt8(ascii: "*") {
        var isOpen = false
        for index in reachable.indices {
          isOpen = isOpen || reachable[index]
          next[index] = isOpen
        }
      } else {
        for index in name.indices where reachable[index] && (name[index] == mark || mark == 0x3F) {
          next[index + 1] = true
        }
      }
      reachable = next
    }
    return reachable[name.count]
  }
}
