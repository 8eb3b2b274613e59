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

  /// The sentences of a file whose source has one of these hashes.
  static func all(in bytes: [UInt8], wanted: Set<UInt64>) -> [SketchedSentence] {
    guard !wanted.isEmpty else { return [] }
    let middle = Array("</span><span class=\"sxs-lookup\"><span data-stu-id=\"".utf8)
    let opening = Array("<span data-ttu-id=\"".utf8)
    var found: [SketchedSentence] = []
    let span = bytes.span
    var index = 0
    var last = 0
    while index + middle.count < span.count {
      guard span[index] == 0x3C, span[index + 1] == 0x2F, bytes[index...].starts(with: middle)
      else {
        index += 1
        continue
      }
      // Where this half is not closed, no later one is.
      guard let start = bytes[(index + middle.count)...].firstIndex(of: 0x3E),
        let end = end(of: start + 1, in: bytes)
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
      index = end
      last = end
    }
    return found
  }

  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    let closing = Array("</span></span>".utf8)
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x3C, bytes[index...].starts(with: closing) { return index }
      index += 1
    }
    return nil
  }
}
