internal import HjelpDiagnostics

/// Finds the span tags of a body, outside fenced code.
///
/// Well-formed tags take one comparison; what looks like a damaged tag of a unit (quotes written as
/// `&quot;`, `&lt;span`, a misspelt attribute or class) is recognised and marked.
struct SpanTagReader {
  private let bytes: [UInt8]
  private let body: Range<Int>
  private var tags: [SpanTag] = []
  private var awaitsEscapedClosing = 0

  private init(_ bytes: [UInt8], body: Range<Int>) {
    self.bytes = bytes
    self.body = body
  }

  /// The tags in `body` that lie outside `fences`, in order.
  static func tags(in bytes: [UInt8], body: Range<Int>, outside fences: [Range<Int>]) -> [SpanTag] {
    var reader = SpanTagReader(bytes, body: body)
    var start = body.lowerBound
    for fence in fences {
      reader.read(start..<fence.lowerBound)
      start = fence.upperBound
    }
    reader.read(start..<body.upperBound)
    return reader.tags
  }

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        if let tag = tag(at: index, limit: end) {
          tags.append(tag)
          index = tag.range.upperBound
          continue
        }
      } else if byte == UInt8(ascii: "&"), bytes.matches("&lt;", at: index) {
        if let tag = escapedTag(at: index, limit: end) {
          tags.append(tag)
          index = tag.range.upperBound
          continue
        }
      }
      index += 1
    }
  }

  private mutating func tag(at start: Int, limit: Int) -> SpanTag? {
    if bytes.matches("</span>", at: start) {
      return SpanTag(kind: .closing, range: start..<start + 7)
    }
    guard bytes.matches("<span", at: start), !isInlineCode(at: start),
      let end = tagEnd(from: start + 5, limit: limit, mark: ">")
    else { return nil }
    return classify(start..<end, attributes: start + 5..<end - 1)
  }

  private mutating func escapedTag(at start: Int, limit: Int) -> SpanTag? {
    if awaitsEscapedClosing > 0, bytes.matches("&lt;/span", at: start) {
      let end = start + 9
      let length = bytes.matches("&gt;", at: end) ? 4 : bytes.matches(">", at: end) ? 1 : 0
      guard length > 0 else { return nil }
      awaitsEscapedClosing -= 1
      return SpanTag(kind: .closing, range: start..<end + length, damage: .escapedTag)
    }
    guard bytes.matches("&lt;span", at: start), !isInlineCode(at: start) else { return nil }
    let attributes = start + 8
    var tag: SpanTag
    if let end = tagEnd(from: attributes, limit: limit, mark: "&gt;") {
      tag = classify(start..<end, attributes: attributes..<end - 4)
    } else if let end = tagEnd(from: attributes, limit: limit, mark: ">") {
      tag = classify(start..<end, attributes: attributes..<end - 1)
    } else {
      return nil
    }
    guard tag.kind != .other else { return nil }
    tag.damage = .escapedTag
    tag.repairs = []
    awaitsEscapedClosing += 1
    return tag
  }

  /// A tag right behind a backtick is an example, not a tag.
  private func isInlineCode(at start: Int) -> Bool {
    start > body.lowerBound && bytes[start - 1] == UInt8(ascii: "`")
  }

  private func tagEnd(from start: Int, limit: Int, mark: StaticString) -> Int? {
    let stop = min(limit, start + 400)
    var index = start
    while index < stop, bytes[index] != UInt8(ascii: "<"), bytes[index] != 0x0A {
      if bytes.matches(mark, at: index) { return index + mark.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  private func classify(_ range: Range<Int>, attributes: Range<Int>) -> SpanTag {
    for (kind, prefix) in Self.wellFormed where bytes.matches(prefix, at: attributes.lowerBound) {
      let start = attributes.lowerBound + prefix.utf8CodeUnitCount
      // `<span class=">` has but one quote.
      guard start < attributes.upperBound else { break }
      let value = start..<attributes.upperBound - 1
      guard bytes[value.upperBound] == UInt8(ascii: "\""),
        !bytes[value].contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "&") })
      else { break }
      if kind == .lookup {
        guard bytes.matches("sxs-lookup", at: value.lowerBound), value.count == 10 else { break }
        return SpanTag(kind: .lookup, range: range)
      }
      return SpanTag(kind: kind, range: range, id: value)
    }
    return classifyDamaged(range, attributes: attributes)
  }

  private static let wellFormed: [(SpanTag.Kind, StaticString)] = [
    (.target, " data-ttu-id=\""), (.lookup, " class=\""), (.source, " data-stu-id=\""),
  ]

  private func classifyDamaged(_ range: Range<Int>, attributes: Range<Int>) -> SpanTag {
    var nameStart = attributes.lowerBound
    while nameStart < attributes.upperBound, bytes[nameStart] <= 0x20 { nameStart += 1 }
    var nameEnd = nameStart
    while nameEnd < attributes.upperBound, bytes[nameEnd] > 0x20,
      bytes[nameEnd] != UInt8(ascii: "=")
    {
      nameEnd += 1
    }
    var value = nameEnd
    while value < attributes.upperBound, bytes[value] <= 0x20 || bytes[value] == UInt8(ascii: "=") {
      value += 1
    }
    let (content, repairs) = unquoted(value..<attributes.upperBound)
    let name = Array(bytes[nameStart..<nameEnd])
    let text = String(decoding: bytes[content], as: UTF8.self)
    let isIdentifier = UnitID(text) != nil
    var tag = SpanTag(kind: .other, range: range)
    if name == Array("class".utf8) {
      guard nearness(Array(text.utf8), "sxs-lookup") <= 3 else { return tag }
      tag.kind = .lookup
      tag.damage = text == "sxs-lookup" ? .quotes : .misspelt
    } else {
      let toTarget = nearness(name, "data-ttu-id")
      let toSource = nearness(name, "data-stu-id")
      guard min(toTarget, toSource) <= (isIdentifier ? 4 : 3) || isIdentifier else { return tag }
      tag.kind = toTarget <= toSource ? .target : .source
      if toTarget == toSource, tags.last?.kind == .lookup { tag.kind = .source }
      tag.id = content
      tag.damage = min(toTarget, toSource) == 0 ? .quotes : .misspelt
    }
    if tag.damage == .quotes { tag.repairs = repairs }
    return tag
  }

  /// The value without its quotes, of whatever kind, and the changes that make them right.
  private func unquoted(_ range: Range<Int>) -> (Range<Int>, [UnitDefect.Repair]) {
    var content = range
    while content.upperBound > content.lowerBound, bytes[content.upperBound - 1] <= 0x20 {
      content = content.lowerBound..<content.upperBound - 1
    }
    var repairs: [UnitDefect.Repair] = []
    var opening = 0
    for mark in Self.quotes where bytes.matches(mark, at: content.lowerBound) {
      opening = mark.utf8CodeUnitCount
      break
    }
    if opening != 1 || bytes[content.lowerBound] != UInt8(ascii: "\"") {
      repairs.append(
        .init(range: content.lowerBound..<content.lowerBound + opening, text: "\""))
    }
    content = min(content.lowerBound + opening, content.upperBound)..<content.upperBound
    var closing = 0
    for mark in Self.quotes
    where content.count >= mark.utf8CodeUnitCount
      && bytes.matches(mark, at: content.upperBound - mark.utf8CodeUnitCount)
    {
      closing = mark.utf8CodeUnitCount
      break
    }
    if closing != 1 || bytes[content.upperBound - 1] != UInt8(ascii: "\"") {
      repairs.append(.init(range: content.upperBound - closing..<content.upperBound, text: "\""))
    }
    return (content.lowerBound..<content.upperBound - closing, repairs)
  }

  private static let quotes: [StaticString] = ["&quot;", "&#34;", "\"", "'", "“", "”", "«", "»"]

  private func nearness(_ name: [UInt8], _ wanted: StaticString) -> Int {
    Suggestion.editDistance(Array(name.prefix(20)), Array(wanted.description.utf8))
  }
}
