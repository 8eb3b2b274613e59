package import HjelpArticle
internal import Yams

/// Reads front matter that is more than plain lines.
package enum FrontMatterYAML {
  /// Composes the nodes with the `.basic` resolver; aliases, anchors and tags are refused.
  package static let reader: YAMLReader = { yaml, start in
    let text = String(decoding: yaml, as: UTF8.self)
    func problem(_ message: String, line: Int) -> YAMLResult {
      .problem(.init(message: message, range: place(ofLine: line, in: yaml, start: start)))
    }
    if let line = forbiddenLine(in: yaml) {
      return problem("aliases, anchors and tags are not allowed", line: line)
    }
    do {
      guard let node = try Yams.compose(yaml: text, .basic, .default) else { return .fields([]) }
      guard let mapping = node.mapping else {
        return problem("it is not a list of 'key: value' lines", line: 1)
      }
      return .fields(
        mapping.map { key, value in
          let keyRange = range(of: key, in: yaml, start: start)
          return FrontMatter.Field(
            key: key.scalar?.string ?? "", value: fieldValue(value), keyRange: keyRange,
            valueRange: range(of: value, in: yaml, start: start))
        })
    } catch let error as YamlError {
      let (message, line) = description(of: error)
      // A quote that is not closed is noticed lines later, where the next one opens.
      return problem(message, line: min(line, openQuoteLine(in: yaml) ?? line))
    } catch {
      return problem("it is not YAML", line: 1)
    }
  }

  private static func fieldValue(_ node: Node) -> FrontMatter.Value {
    switch node {
    case .scalar(let scalar):
      return scalar.string.isEmpty && scalar.style == .plain ? .empty : .scalar(scalar.string)
    case .sequence(let sequence):
      let texts = sequence.compactMap { $0.scalar?.string }
      return texts.count == sequence.count ? .list(texts) : .other
    default: return .other
    }
  }

  private static func description(of error: YamlError) -> (String, Int) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What a bracket or a quote opens is at fault where it is opened.
      (
        problem,
        context.map { $0.text.contains("flow") || $0.text.contains("quoted") } ?? false
          ? context?.mark.line ?? mark.line : mark.line
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      (
        "key '\(duplicates.first.map { "\($0)" } ?? "")' stands twice",
        context.mark.line
      )
    default: ("it is not YAML", 1)
    }
  }

  /// The first line whose value begins with a quote that does not end on it.
  private static func openQuoteLine(in yaml: [UInt8]) -> Int? {
    for (number, line) in yaml.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[(colon + 1)...].drop { $0 <= 0x20 }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else {
        continue
      }
      if !value.dropFirst().contains(quote) { return number + 1 }
    }
    return nil
  }

  /// The first line that begins a value with `&`, `*` or `!`, outside quotes and blocks of text.
  private static func forbiddenLine(in yaml: [UInt8]) -> Int? {
    for (number, line) in yaml.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      var previous: UInt8 = 0x20
      var isStart = true
      for (index, byte) in zip(line.indices, line) {
        let next = index + 1 < line.endIndex ? line[index + 1] : 0x20
        if isStart, [UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!")].contains(byte),
          next > 0x20
        {
          return number + 1
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { break }
        let separates = byte == 0x20 && [0x3A, 0x2D, 0x2C].contains(previous)
        if byte > 0x20 || !separates {
          isStart =
            byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || (isStart && byte == 0x20)
        }
        if separates { isStart = true }
        previous = byte
      }
    }
    return nil
  }

  private static func place(ofLine line: Int, in yaml: [UInt8], start: Int) -> Range<Int> {
    var offset = 0
    var current = 1
    while current < line, let end = yaml[offset...].firstIndex(of: 0x0A) {
      offset = end + 1
      current += 1
    }
    let end = yaml[min(offset, yaml.count)...].firstIndex(of: 0x0A) ?? yaml.count
    return start + min(offset, end)..<start + end
  }

  private static func range(of node: Node, in yaml: [UInt8], start: Int) -> Range<Int> {
    guard let mark = node.mark else { return start..<start }
    let line = place(ofLine: mark.line, in: yaml, start: start)
    // Columns are characters; the text of keys is ASCII before them in all that can be read.
    let offset = min(line.lowerBound + max(mark.column - 1, 0), line.upperBound)
    if let scalar = node.scalar, scalar.style == .plain {
      return offset..<min(offset + scalar.string.utf8.count, line.upperBound)
    }
    return offset..<max(offset, line.upperBound)
  }
}
