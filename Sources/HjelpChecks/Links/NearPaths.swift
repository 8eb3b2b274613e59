internal import HjelpArticle
internal import HjelpDiagnostics

/// Finds the path that a wrong one likely means: a name of the same folder, or the same name in a
/// folder that is written nearly so.
struct NearPaths {
  /// As many edits as may lie between.
  private static let most = 2

  private struct Name {
    var bytes: [UInt8]
    /// The letters that it has.
    var letters: UInt64
    var path: ArticleID
  }

  private var names: [[UInt8]: [Name]] = [:]
  private var folders: [[UInt8]: [ArticleID]] = [:]

  init(_ paths: some Sequence<ArticleID>) {
    for path in Set(paths).sorted() {
      let (folder, name) = Self.parts(path)
      names[folder, default: []].append(
        Name(bytes: name, letters: Self.letters(name[...]), path: path))
      folders[name, default: []].append(path)
    }
  }

  /// The nearest path, the first in the order of bytes of equally near ones.
  ///
  /// Names that differ in their digits are parts of a series, and never meant.
  func nearest(to path: ArticleID) -> ArticleID? {
    let (folder, name) = Self.parts(path)
    let letters = Self.letters(name[...])
    let digits = name.filter(TextBytes.isDigit)
    var best: (path: ArticleID, distance: Int)?
    for other in names[folder] ?? [] {
      guard abs(other.bytes.count - name.count) <= Self.most,
        (other.letters ^ letters).nonzeroBitCount <= 2 * Self.most,
        other.bytes.filter(TextBytes.isDigit) == digits
      else { continue }
      let distance = Self.distance(name, other.bytes)
      guard distance <= Self.most, distance * 3 <= max(name.count, 3),
        distance < best?.distance ?? Int.max
      else { continue }
      best = (other.path, distance)
    }
    if let best { return best.path }
    return (folders[name] ?? []).first {
      Self.distance(Self.parts($0).folder, folder) <= Self.most
    }
  }

  private static func parts(_ path: ArticleID) -> (folder: [UInt8], name: [UInt8]) {
    guard let slash = path.bytes.lastIndex(of: 0x2F) else { return ([], path.bytes) }
    return (Array(path.bytes[..<slash]), Array(path.bytes[(slash + 1)...]))
  }

  private static func letters(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64(TextBytes.lowered($1) & 63) }
  }

  /// The edits between two words; more than `most` where what they do not share is long.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= most else { return Int.max }
    var (left, right) = (left[...], right[...])
    while let one = left.first, one == right.first {
      left.removeFirst()
      right.removeFirst()
    }
    while let one = left.last, one == right.last {
      left.removeLast()
      right.removeLast()
    }
    guard (letters(left) ^ letters(right)).nonzeroBitCount <= 2 * most else { return Int.max }
    return Suggestion.editDistance(Array(left), Array(right))
  }
}
