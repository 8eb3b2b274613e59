internal import HjelpDiagnostics

/// A sentence of an article that was not read whole, found by its source.
///
/// Only sound units are found, by the literals between their halves: reading all units of all articles,
/// with what is damaged in them, would take longer than the check of the few that have changed.
struct SketchedSentence: Sendable {
  /// Whether it stands on a heading line.
  let isHeading: Bool
  /// The source half.
  let source: [UInt8]
  /// The translation.
  let target: [UInt8]

  private static let opening = Array("<span data-ttu-id=\"".utf8)
  private static let middle = ByteSearch(
    Array("</span><span class=\"sxs-lookup\"><span data-stu-id=\"".utf8))
  private static let closing = ByteSearch(Array("</span></span>".utf8))

  /// The sentences of a file whose source has one of these hashes.
  static func all(in bytes: [UInt8], wanted: Set<UInt64>) -> [SketchedSentence] {
    guard !wanted.isEmpty else { return [] }
    var found: [SketchedSentence] = []
    var last = 0
    while let index = middle.first(in: bytes, from: last) {
      // Where this half is not closed, no later one is.
      guard let start = bytes[(index + middle.pattern.count)...].firstIndex(of: 0x3E),
        let end = closing.first(in: bytes, from: start + 1)
      else { break }
      let source = bytes[(start + 1)..<end]
      if wanted.contains(ByteHash.value(source)) {
        var begin = index
        while begin > last, !bytes[begin...].starts(with: opening) { begin -= 1 }
        if let target = bytes[begin..<index].firstIndex(of: 0x3E) {
          let line = (bytes[..<begin].lastIndex(of: 0x0A) ?? -1) + 1
          found.append(
            SketchedSentence(
              isHeading: bytes[line] == UInt8(ascii: "#"), source: Array(source),
              target: Array(bytes[(target + 1)..<index])))
        }
      }
      last = end
    }
    return found
  }
}
