internal import HjelpArticle
internal import HjelpDiagnostics

/// Names of articles as they are compared: without markup.
enum HeadingText {
  /// The text of the first heading, if it is of the first level: its translation, without markup.
  static func first(of article: Article) -> [UInt8]? {
    guard let heading = article.headings.first, heading.level == 1 else { return nil }
    var text: [UInt8] = []
    var start = heading.content
    for unit in article.units {
      guard heading.line.contains(unit.range.lowerBound) else {
        if unit.range.lowerBound >= heading.line.upperBound { break }
        continue
      }
      if unit.range.lowerBound > start { text += article.file.bytes[start..<unit.range.lowerBound] }
      text += article.file.bytes[unit.target]
      start = unit.range.upperBound
    }
    if start < heading.line.upperBound {
      text += article.file.bytes[start..<heading.line.upperBound]
    }
    let folded = folded(text)
    return folded.isEmpty ? nil : folded
  }

  /// A text without tags, marks of emphasis and escapes, blanks folded.
  static func folded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isInTag = false
    for byte in text {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag, ![0x2A, 0x60, 0x5C].contains(byte) {
        if byte > 0x20 {
          result.append(byte)
        } else if let last = result.last, last != 0x20 {
          result.append(0x20)
        }
      }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    while result.last == 0x20 { result.removeLast() }
    return result
  }
}
