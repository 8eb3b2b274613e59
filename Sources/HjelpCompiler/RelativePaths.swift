/// Paths as seen from a folder.
struct RelativePaths {
  private let base: [ArraySlice<UInt8>]
  private let current: [UInt8]

  /// Paths relative to `folder`.
  init(to folder: String) {
    current = SystemCalls.resolved([0x2E]) ?? []
    let whole = SystemCalls.resolved(Array(folder.utf8)) ?? Self.absolute(folder, current)
    base = Self.parts(whole)
  }

  /// A path, which is relative to the current folder, as seen from the folder.
  func relative(_ path: String) -> String {
    let parts = Self.parts(Self.absolute(path, current))
    var common = 0
    while common < min(base.count, parts.count - 1), base[common] == parts[common] { common += 1 }
    let up = [ArraySlice<UInt8>](repeating: [0x2E, 0x2E], count: base.count - common)
    return String(decoding: Array((up + parts[common...]).joined(separator: [0x2F])), as: UTF8.self)
  }

  /// A path from the root.
  static func absolute(_ path: String, _ current: [UInt8]) -> [UInt8] {
    path.utf8.first == 0x2F ? Array(path.utf8) : current + [0x2F] + Array(path.utf8)
  }

  /// The names of a path without `.`, `..` taken back.
  private static func parts(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    for part in path.split(separator: 0x2F) {
      if part == [0x2E] { continue }
      if part == [0x2E, 0x2E] { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }
}
