/// Reads front matter whose YAML is beyond `key: scalar` and `- item` lines.
///
/// - Parameters:
///   - yaml: The text between the marks.
///   - start: The offset of that text in the file, for the places of what comes back.
public typealias YAMLReader = @Sendable (_ yaml: [UInt8], _ start: Int) -> YAMLResult

/// What a `YAMLReader` found.
public enum YAMLResult: Sendable {
  /// A mapping.
  case fields([FrontMatter.Field])
  /// Why it is none.
  case problem(FrontMatter.Problem)
}

/// Finds and reads the front matter of a file.
///
/// Plain lines are read from the bytes; what is not plain goes to a `YAMLReader`.
enum FrontMatterReader {
  /// The most that front matter may hold, in bytes.
  static let limit = 64 * 1024

  /// What stands at the head of a file.
  enum Outcome {
    /// No opening mark.
    case none
    /// An opening mark without a closing one.
    case unclosed(Range<Int>)
    /// Front matter.
    case found(FrontMatter)
  }

  /// Reads the head of `bytes` from `start`, behind a byte order mark.
  static func read(_ bytes: [UInt8], from start: Int, yaml: YAMLReader) -> Outcome {
    guard isMark(bytes, lineEnd(bytes, from: start), start: start) else { return .none }
    let content = next(bytes, lineEnd(bytes, from: start))
    var line = content
    while line < bytes.count {
      let end = lineEnd(bytes, from: line)
      if isMark(bytes, end, start: line) {
        let range = start..<next(bytes, end)
        return .found(frontMatter(bytes, content: content..<line, range: range, yaml: yaml))
      }
      line = next(bytes, end)
    }
    return .unclosed(start..<lineEnd(bytes, from: start))
  }

  /// The fields of plain lines, or `nil` if a line is not plain.
  static func plainFields(_ bytes: [UInt8], in content: Range<Int>) -> [FrontMatter.Field]? {
    var fields: [FrontMatter.Field] = []
    var list: (key: Range<Int>, items: [String], end: Int, indent: Int)?
    func close() {
      guard let open = list else { return }
      fields.append(
        FrontMatter.Field(
          key: text(bytes, open.key), value: open.items.isEmpty ? .empty : .list(open.items),
          keyRange: open.key, valueRange: open.key.upperBound + 1..<open.end))
      list = nil
    }
    var line = content.lowerBound
    while line < content.upperBound {
      let end = lineEnd(bytes, from: line)
      let trimmed = trim(bytes, line..<end)
      defer { line = next(bytes, end) }
      if trimmed.isEmpty || bytes[trimmed.lowerBound] == UInt8(ascii: "#") { continue }
      let indent = trimmed.lowerBound - line
      if bytes[trimmed.lowerBound] == UInt8(ascii: "-") {
        guard let open = list, open.items.isEmpty || open.indent == indent, trimmed.count > 2,
          bytes[trimmed.lowerBound + 1] == 0x20,
          let value = scalar(bytes, trim(bytes, trimmed.lowerBound + 2..<trimmed.upperBound))
        else { return nil }
        list?.items.append(value)
        list?.end = trimmed.upperBound
        list?.indent = indent
        continue
      }
      guard indent == 0, let colon = keyEnd(bytes, trimmed) else { return nil }
      close()
      let key = trim(bytes, trimmed.lowerBound..<colon)
      let valueRange = trim(bytes, colon + 1..<trimmed.upperBound)
      if valueRange.isEmpty {
        list = (key, [], colon + 1, 0)
      } else {
        guard let value = scalar(bytes, valueRange) else { return nil }
        fields.append(
          FrontMatter.Field(
            key: text(bytes, key), value: .scalar(value), keyRange: key, valueRange: valueRange))
      }
    }
    close()
    return fields
  }

  private static func frontMatter(
    _ bytes: [UInt8], content: Range<Int>, range: Range<Int>, yaml: YAMLReader
  ) -> FrontMatter {
    if content.count > limit {
      let problem = FrontMatter.Problem(
        message: "front matter is larger than \(limit / 1024) KB; shorten it", range: range.prefix3)
      return FrontMatter(range: range, fields: [], problem: problem)
    }
    if let fields = plainFields(bytes, in: content) {
      return FrontMatter(range: range, fields: fields, problem: nil)
    }
    switch yaml(Array(bytes[content]), content.lowerBound) {
    case .fields(let fields): return FrontMatter(range: range, fields: fields, problem: nil)
    case .problem(let problem): return FrontMatter(range: range, fields: [], problem: problem)
    }
  }

  /// The colon that ends a key: the first one with a blank or the line's end behind it.
  private static func keyEnd(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard isKeyByte(bytes[line.lowerBound]) else { return nil }
    for index in line {
      if bytes[index] == UInt8(ascii: ":") {
        if index + 1 == line.upperBound || bytes[index + 1] == 0x20 { return index }
      } else if !isKeyByte(bytes[index]), bytes[index] != 0x20 {
        return nil
      }
    }
    return nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The text of a scalar that means the same with and without a YAML reader, or `nil`.
  private static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard let first = range.first.map({ bytes[$0] }) else { return nil }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      guard range.count >= 2, bytes[range.upperBound - 1] == first else { return nil }
      let inner = range.lowerBound + 1..<range.upperBound - 1
      for index in inner where bytes[index] == first || bytes[index] == UInt8(ascii: "\\") {
        if first == UInt8(ascii: "'"), bytes[index] != first { continue }
        return nil
      }
      return text(bytes, inner)
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: ":"):
      return nil
    case UInt8(ascii: "-"):
      guard range.count > 1, bytes[range.lowerBound + 1] != 0x20 else { return nil }
    default: break
    }
    for index in range {
      let byte = bytes[index]
      let following = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
      if byte == UInt8(ascii: ":"), following == 0x20 { return nil }
      if byte == 0x20, following == UInt8(ascii: "#") { return nil }
      if byte < 0x20 || byte == 0x7F { return nil }
    }
    return text(bytes, range)
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x0D { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  private static func next(_ bytes: [UInt8], _ end: Int) -> Int { min(end + 1, bytes.count) }

  private static func isMark(_ bytes: [UInt8], _ end: Int, start: Int) -> Bool {
    let line = trim(bytes, start..<end)
    return line.lowerBound == start && line.count == 3 && bytes.matches("---", at: start)
  }
}

extension Range<Int> {
  /// The first three bytes: the mark that opens front matter.
  fileprivate var prefix3: Range<Int> { lowerBound..<Swift.min(lowerBound + 3, upperBound) }
}
