/// The place of a file in a release: `nb-NO/sync.html`.
///
/// UTF-8, relative, parts joined by `/`; no part is empty, `.` or `..`, and there is no NUL. Two
/// paths are equal if their bytes are: `é` composed and decomposed are two files, where Swift's
/// texts would be equal.
public struct ReleasePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The longest path, in bytes.
  public static let maximumLength = 4096
  /// The most parts a path can have, so that the folders on the way can all be open.
  public static let maximumDepth = 128

  /// The path's bytes.
  public let bytes: [UInt8]
  private let fingerprint: UInt64

  /// A path of valid UTF-8; `nil` if the bytes are no path of a release.
  public init?(bytes: [UInt8]) {
    guard !bytes.isEmpty, bytes.count <= Self.maximumLength else { return nil }
    var depth = 0
    var start = 0
    var isASCII = true
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "/")
      if byte == 0 { return nil }
      isASCII = isASCII && byte < 0x80
      guard byte == UInt8(ascii: "/") else { continue }
      depth += 1
      guard Self.isName(bytes, start..<index), depth <= Self.maximumDepth else { return nil }
      start = index + 1
    }
    if !isASCII, String(validating: bytes, as: UTF8.self) == nil { return nil }
    self.init(unchecked: bytes)
  }

  /// Whether a part of a path is the name of something in a folder: neither empty nor `.` nor `..`.
  private static func isName(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
    switch part.count {
    case 0: false
    case 1: bytes[part.lowerBound] != UInt8(ascii: ".")
    case 2: bytes[part].contains { $0 != UInt8(ascii: ".") }
    default: true
    }
  }

  /// A path; `nil` if the text is none.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8))
  }

  /// A key to look up, made of any bytes: what is no path of a release is found in none.
  package init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
    // FNV-1a. The keys of a table come from a manifest, never from a request: nobody can choose
    // them so that they collide.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    fingerprint = hash
  }

  /// The path as text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// True if the path lies in the folder of this name.
  package func isBelow(_ folder: StaticString) -> Bool {
    let name = Array(folder.description.utf8) + [UInt8(ascii: "/")]
    return bytes.starts(with: name)
  }

  /// What follows the last dot of the last part, in lower case; empty if there is no dot.
  package var fileExtension: String {
    let name = bytes.split(separator: UInt8(ascii: "/")).last ?? []
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// Equal if the bytes are.
  public static func == (left: ReleasePath, right: ReleasePath) -> Bool {
    left.fingerprint == right.fingerprint && left.bytes == right.bytes
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

  /// Orders by bytes.
  public static func < (left: ReleasePath, right: ReleasePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
