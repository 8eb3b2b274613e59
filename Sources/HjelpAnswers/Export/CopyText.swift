/// Writes rows as PostgreSQL's `COPY` reads them in its text format.
package struct CopyText: Sendable {
  /// The rows so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// No rows.
  package init() {}

  /// Adds a row; `nil` is null.
  package mutating func row(_ fields: String?...) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: "\t")) }
      if let field { append(field) } else { bytes += Array(#"\N"#.utf8) }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ field: String) {
    for byte in field.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += Array(#"\\"#.utf8)
      case UInt8(ascii: "\t"): bytes += Array(#"\t"#.utf8)
      case UInt8(ascii: "\n"): bytes += Array(#"\n"#.utf8)
      case UInt8(ascii: "\r"): bytes += Array(#"\r"#.utf8)
      // PostgreSQL's text holds no zero byte.
      case 0: bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
