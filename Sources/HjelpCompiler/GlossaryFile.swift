internal import HjelpChecks
internal import HjelpLocale

/// A glossary on disk: comma-separated values (RFC 4180) with a header.
///
/// The first column holds terms of the source language, each further one is named after a locale and
/// holds its translations, `|` between them, `!` before one that must not be used. An empty cell says
/// nothing.
///
/// ```text
/// term,nb-NO,ja-JP
/// synchronization,synkronisering|!samkjøring,同期
/// ```
enum GlossaryFile {
  /// Reads a glossary; gives the terms of each locale.
  ///
  /// - Throws: An error that names the file and the line.
  static func read(_ path: String) throws(CompilerError) -> [LocaleTag: Glossary] {
    let bytes: [UInt8]
    switch SystemCalls.read(Array(path.utf8), limit: 1 << 26) {
    case .bytes(let content): bytes = content
    case .tooLarge: throw .unusable(path: path, reason: "it is larger than 64 MiB")
    case .failed(let reason, _): throw .unusable(path: path, reason: reason)
    }
    func fault(_ line: Int, _ message: String) -> CompilerError {
      .configuration(file: path, line: line, message: message)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault(1, "the glossary is not UTF-8")
    }
    let (rows, unclosed) = rows(Array(text.utf8))
    if let unclosed { throw fault(unclosed, "a cell begins with '\"' and is never closed") }
    guard let header = rows.first, header.cells.count > 1 else {
      throw fault(1, "the first line must name the columns, such as 'term,nb-NO'")
    }
    var locales: [LocaleTag] = []
    for name in header.cells.dropFirst() {
      guard let tag = LocaleTag(name) else {
        throw fault(header.line, "'\(name)' is not a locale; write it as 'nb-NO'")
      }
      locales.append(tag)
    }
    var terms: [LocaleTag: [GlossaryTerm]] = [:]
    for row in rows.dropFirst() {
      guard row.cells.count == header.cells.count else {
        throw fault(
          row.line, "the line has \(row.cells.count) cells, the header \(header.cells.count)")
      }
      guard let source = row.cells.first, !source.isEmpty else {
        throw fault(row.line, "the line has no term in its first cell")
      }
      for (locale, cell) in zip(locales, row.cells.dropFirst()) {
        let names = cell.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
        guard !names.isEmpty else { continue }
        terms[locale, default: []].append(
          GlossaryTerm(
            source: source, accepted: names.filter { !$0.hasPrefix("!") },
            forbidden: names.filter { $0.hasPrefix("!") }.map { trimmed($0.dropFirst()) }))
      }
    }
    return terms.mapValues { Glossary($0) }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The rows that are not empty, each with the line that it begins on, and the line of a quoted cell
  /// that is not closed.
  private static func rows(
    _ bytes: [UInt8]
  ) -> (rows: [(line: Int, cells: [String])], unclosed: Int?) {
    var rows: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var start = 1
    var quote: Int?
    var isQuoted = false
    func closeCell() {
      cells.append(
        isQuoted
          ? String(decoding: cell, as: UTF8.self) : trimmed(String(decoding: cell, as: UTF8.self)))
      cell = []
      isQuoted = false
    }
    func closeRow() {
      closeCell()
      if cells != [""] { rows.append((start, cells)) }
      cells = []
    }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != nil {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < bytes.count, bytes[index + 1] == byte {
            cell.append(byte)
            index += 1
          } else {
            quote = nil
          }
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        quote = line
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        closeCell()
      } else if byte == 0x0A {
        closeRow()
        line += 1
        start = line
      } else if byte != 0x0D {
        cell.append(byte)
      }
      index += 1
    }
    if !cell.isEmpty || !cells.isEmpty { closeRow() }
    return (rows, quote)
  }
}
