/// What a finding is about, apart from where it stands: the same before and after lines move.
public struct FindingKey: Hashable, Comparable, Sendable {
  /// The path of the file.
  public var file: String
  /// The whole identifier of the unit; empty without one.
  public var unit: String
  /// The rule.
  public var rule: RuleID
  /// The values of the message: `500` of "number '500' is missing".
  public var evidence: String

  /// A key with these parts.
  public init(file: String, unit: String, rule: RuleID, evidence: String) {
    self.file = file
    self.unit = unit
    self.rule = rule
    self.evidence = evidence
  }

  /// The key of a finding.
  ///
  /// - Parameter rename: Another name for a file, in its place and in the message; `nil` for what is
  ///   no file's name.
  public init(_ diagnostic: Diagnostic, rename: (String) -> String? = { _ in nil }) {
    self.init(
      file: rename(diagnostic.file) ?? diagnostic.file, unit: diagnostic.unit ?? "",
      rule: diagnostic.rule,
      evidence: Self.values(of: diagnostic.message).map { rename($0) ?? $0 }
        .joined(separator: " "))
  }

  /// The quoted parts of a message: they stay when a later version words the rest in another way.
  private static func values(of message: String) -> [String] {
    let parts = message.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(decoding: parts[$0], as: UTF8.self) }
  }

  /// Sixteen hexadecimal digits that stand for the key and for how many like it came before.
  public func fingerprint(occurrence: Int) -> String {
    var hash = ByteHash.start
    for text in [file, unit, rule.description, evidence, String(occurrence)] {
      hash = ByteHash.value(Array(text.utf8)[...] + [0xFF], from: hash)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Keys are equal if their bytes are: two Unicode forms of one name are two files.
  public static func == (left: FindingKey, right: FindingKey) -> Bool {
    left.file.utf8.elementsEqual(right.file.utf8) && left.unit.utf8.elementsEqual(right.unit.utf8)
      && left.rule == right.rule && left.evidence.utf8.elementsEqual(right.evidence.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    for text in [file, unit, rule.description, evidence] {
      hasher.combine(ByteHash.value(Array(text.utf8)[...]))
    }
  }

  /// Orders by file, unit, rule and evidence, each by its bytes.
  public static func < (left: FindingKey, right: FindingKey) -> Bool {
    for (one, other) in [
      (left.file, right.file), (left.unit, right.unit),
      (left.rule.description, right.rule.description), (left.evidence, right.evidence),
    ] where !one.utf8.elementsEqual(other.utf8) {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return false
  }
}
