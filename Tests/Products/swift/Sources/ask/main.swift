// Asks an index for each line of standard input:
//
//     ask INDEX.hjx                 a line of answers for each line of text
//     ask --normalise INDEX.hjx     the normal form and the codes for each line of text in hex digits
//
// The lines are those of the program in C beside this one. The status is 2 if the index is refused.

import Foundation
import HjelpLookup

/// Reads `LOCALE.hjx`, and `LOCALE.hjs` beside it if it is there.
func openIndex(_ path: String) throws -> LookupIndex {
  let file = URL(filePath: path)
  let text = file.deletingPathExtension().appendingPathExtension("hjs")
  return try LookupIndex(
    index: [UInt8](Data(contentsOf: file)), text: (try? Data(contentsOf: text)).map { [UInt8]($0) })
}

/// A line of fields, parted by tabs.
func line(_ fields: [String?]) -> String {
  fields.map { field in
    String(
      String.UnicodeScalarView((field ?? "").unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }.joined(separator: "\t")
}

func fields(of match: LookupMatch) -> [String?] {
  [
    String(format: "%.6f", match.confidence), match.id, match.url, match.title, match.locale,
    match.isFallback ? "fallback" : nil, match.matched, match.kind.name, match.language, match.unit,
    match.anchor,
  ]
}

func answers(to text: String, in index: LookupIndex) -> String {
  let answer = index.answers(to: LookupQuery(text: text, limit: 5))
  let head = [answer.status.rawValue, answer.normalized, answer.codes.joined(separator: " ")]
  return line(head + answer.answers.flatMap(fields(of:)))
}

func normalForm(ofHex digits: String) -> String {
  let values = digits.compactMap(\.hexDigitValue)
  let bytes = stride(from: 0, to: values.count - 1, by: 2).map {
    UInt8(values[$0] * 16 + values[$0 + 1])
  }
  let text = String(decoding: bytes, as: UTF8.self)
  return line([
    LookupNormalizer.normalise(text),
    LookupNormalizer.codes(in: text).joined(separator: " "),
  ])
}

let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.last else {
  print("usage: ask [--normalise] INDEX.hjx")
  exit(2)
}
do {
  let index = try openIndex(path)
  while let text = readLine() {
    print(
      arguments.first == "--normalise" ? normalForm(ofHex: text) : answers(to: text, in: index))
  }
} catch {
  print("\(error)")
  exit(2)
}
