/// Reads a language's table: a key and its values on each line.
struct LanguageReader {
  var hasSpaces = true
  var decimals: [[UInt8]] = []
  var groups: [[UInt8]] = []
  var numbers: [[UInt8]: [Int]] = [:]
  var parts: [Int: [[UInt8]]] = [:]
  var scales: [[UInt8]: Int] = [:]
  var months: [Int: [[UInt8]]] = [:]
  var counters: [[UInt8]] = []
  var quotes: [(open: [UInt8], close: [UInt8])] = []
  var ends: [(mark: [UInt8], kind: Language.SentenceEnd)] = []
  var marksAfterSpace: Set<[UInt8]> = []
  var length: Double?
  var functionWords: Set<[UInt8]> = []
  var doubles: Set<[UInt8]> = []

  /// Reads a table.
  mutating func read(_ table: StaticString) {
    for line in table.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let key = words.first else { continue }
      read(String(key), words.dropFirst().map { Self.bytes($0) })
    }
  }

  private mutating func read(_ key: String, _ values: [[UInt8]]) {
    switch key {
    case "spaces": hasSpaces = values.first == Array("yes".utf8)
    case "decimal": decimals += values
    case "group": groups += values
    case "cardinal", "ordinal":
      guard let value = Self.number(values.first) else { return }
      for word in values.dropFirst() { numbers[word, default: []].append(value) }
    case "part":
      guard let value = Self.number(values.first) else { return }
      parts[value, default: []] += values.dropFirst()
    case "scale":
      guard let value = Self.number(values.first) else { return }
      for word in values.dropFirst() { scales[word] = value }
    case "month":
      guard let value = Self.number(values.first) else { return }
      months[value, default: []] += values.dropFirst()
    case "counter": counters += values
    case "quote": if values.count == 2 { quotes.append((values[0], values[1])) }
    case "end":
      guard let end = Self.end(values.first) else { return }
      for mark in values.dropFirst() { ends.append((mark, end)) }
    case "space-before": marksAfterSpace.formUnion(values)
    case "length":
      length = values.first.flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    case "function": functionWords.formUnion(values)
    case "may-double": doubles.formUnion(values)
    default: break
    }
  }

  private static func end(_ name: [UInt8]?) -> Language.SentenceEnd? {
    switch name.map({ String(decoding: $0, as: UTF8.self) }) {
    case "statement": .statement
    case "question": .question
    case "exclamation": .exclamation
    case "colon": .colon
    default: nil
    }
  }

  private static func number(_ bytes: [UInt8]?) -> Int? {
    bytes.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// A value: `_` is a blank, `U+00A0` a character by its number.
  private static func bytes(_ word: Substring) -> [UInt8] {
    if word.hasPrefix("U+"), let value = UInt32(word.dropFirst(2), radix: 16),
      let scalar = Unicode.Scalar(value)
    {
      return Array(String(Character(scalar)).utf8)
    }
    return word.utf8.map { $0 == UInt8(ascii: "_") && word.utf8.count > 1 ? 0x20 : $0 }
  }
}
