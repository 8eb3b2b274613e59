/// A place where a sequence of tokens stands.
struct Occurrence {
  /// The article's number in the index.
  var article: Int
  /// What the passage is there.
  var kind: PassageKind
  /// The number of the language.
  var language: Int
  /// The unit's number, with whether it is one of the second counter; nil without a unit.
  var unit: Int?
  /// The anchor: nil for none, -1 for that of the unit, else its number in the table.
  var anchor: Int?

  /// Writes the occurrence.
  func write(to bytes: inout IndexBytes) {
    let anchorForm = anchor.map { $0 < 0 ? 1 : 2 } ?? 0
    bytes.appendVariable(article)
    bytes.append(
      UInt8(
        Int(kind.rawValue) | (unit == nil ? 0 : 8) | anchorForm << 4 | (language > 2 ? 3 : language)
          << 6))
    if language > 2 { bytes.appendVariable(language) }
    if let unit { bytes.appendVariable(unit) }
    if let anchor, anchor >= 0 { bytes.appendVariable(anchor) }
  }

  /// Reads an occurrence.
  init(_ cursor: inout IndexCursor, _ bytes: [UInt8]) {
    article = cursor.variable(bytes)
    let flags = cursor.byte(bytes)
    kind = PassageKind(rawValue: UInt8(flags & 7)) ?? .sentence
    language = flags >> 6 == 3 ? cursor.variable(bytes) : flags >> 6
    unit = flags & 8 == 0 ? nil : cursor.variable(bytes)
    let form = flags >> 4 & 3
    anchor = form == 0 ? nil : form == 1 ? -1 : cursor.variable(bytes)
  }

  /// Whether what a cursor stands at has a kind and a form of anchor that there are.
  static func isForm(_ cursor: IndexCursor, _ bytes: [UInt8]) -> Bool {
    var cursor = cursor
    _ = cursor.variable(bytes)
    let flags = cursor.byte(bytes)
    return PassageKind(rawValue: UInt8(flags & 7)) != nil && flags >> 4 & 3 < 3
  }

  /// Creates an occurrence.
  init(article: Int, kind: PassageKind, language: Int, unit: Int?, anchor: Int?) {
    self.article = article
    self.kind = kind
    self.language = language
    self.unit = unit
    self.anchor = anchor
  }

  /// The number of the last unit that there can be: `p9999`.
  static let lastUnit = 9999 << 1 | 1

  /// The number that stands for a unit's suffix, `103` or `p101`; nil for any other text.
  static func unitNumber(_ unit: String) -> Int? {
    let digits = unit.utf8.drop { $0 == 0x70 }
    let isMerged = digits.count < unit.utf8.count
    guard unit.utf8.count - digits.count <= 1, (3...4).contains(digits.count),
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard digits.count == 3 || value >= 1000 else { return nil }
    return value << 1 | (isMerged ? 1 : 0)
  }

  /// The suffix that `unitNumber` made the number from.
  static func unitText(_ number: Int) -> String {
    let digits = String(number >> 1)
    let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
    return (number & 1 == 1 ? "p" : "") + zeros + digits
  }
}
