package import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpEncoding
internal import HjelpRelease

/// A baseline on disk: JSON with one finding a line, in the order of the keys, so that its changes
/// read well.
///
/// The paths of articles are relative to the file's folder, so that it holds from wherever the
/// command is run.
package struct BaselineFile {
  private let path: String
  private let paths: RelativePaths

  /// The file at a path, which need not be there yet.
  package init(_ path: String) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    paths = RelativePaths(to: slash.map { String(path[...$0]) } ?? ".")
  }

  /// The names that the file has for articles, by those on the command line.
  package func names(_ content: Content) -> [String: String] {
    Dictionary(
      content.files.map { ($0.input.name, paths.relative($0.input.name)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads the file.
  ///
  /// - Throws: An error that names the file and the line.
  package func read() throws(CompilerError) -> Baseline {
    let bytes: [UInt8]
    switch SystemCalls.read(Array(path.utf8), limit: 1 << 28) {
    case .bytes(let content): bytes = content
    case .tooLarge: throw .unusable(path: path, reason: "it is larger than 256 MiB")
    case .failed(let reason, _): throw .unusable(path: path, reason: reason)
    }
    var reader = JSONReader(bytes)
    do {
      return try Self.read(&reader)
    } catch {
      let line = 1 + bytes[..<min(error.offset, bytes.count)].count { $0 == 0x0A }
      throw .configuration(
        file: path, line: line,
        message: "the baseline is damaged: expected \(error.expected); "
          + "write it anew with --write-baseline")
    }
  }

  private static func read(_ reader: inout JSONReader) throws(JSONSyntaxError) -> Baseline {
    var baseline = Baseline()
    var isOfVersion = false
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "version":
        let offset = reader.offset
        guard try reader.integer() == 1 else {
          throw JSONSyntaxError(offset: offset, expected: "version 1")
        }
        isOfVersion = true
      case "findings":
        try reader.beginArray()
        while try reader.nextElement() {
          let (key, count) = try entry(&reader)
          baseline.add(key, count: count)
        }
      default: try reader.skipValue()
      }
    }
    guard isOfVersion else {
      throw JSONSyntaxError(offset: reader.offset, expected: "\"version\": 1")
    }
    try reader.finish()
    return baseline
  }

  private static func entry(
    _ reader: inout JSONReader
  ) throws(JSONSyntaxError) -> (FindingKey, Int) {
    var file: String?
    var rule: RuleID?
    var unit = ""
    var evidence = ""
    var count = 1
    _ = reader.nextKind()
    let start = reader.offset
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "file": file = try reader.string()
      case "unit": unit = try reader.string()
      case "rule": rule = RuleID(try reader.string())
      case "evidence": evidence = try reader.string()
      case "count": count = try reader.integer()
      default: try reader.skipValue()
      }
    }
    guard let file, let rule, count > 0 else {
      throw JSONSyntaxError(offset: start, expected: "a finding with a file and a rule")
    }
    return (FindingKey(file: file, unit: unit, rule: rule, evidence: evidence), count)
  }

  /// The bytes of a baseline.
  package static func bytes(_ baseline: Baseline) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("version", 1)
    json.lineBreak()
    json.beginArray("findings")
    for (key, count) in baseline.entries {
      json.lineBreak()
      json.beginObject()
      json.field("file", key.file)
      if !key.unit.isEmpty { json.field("unit", key.unit) }
      json.field("rule", key.rule.description)
      if !key.evidence.isEmpty { json.field("evidence", key.evidence) }
      if count > 1 { json.field("count", count) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }
}
