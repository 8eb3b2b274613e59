// Writes the features of the first candidates of each query: see README.md.
import Foundation
import HjelpLookup

struct Row: Decodable {
  var id: String
  var title: String
  var locale: String
  var codes: [String]
  /// Kind, text, language, unit, anchor, link.
  var passages: [[String?]]

  var entry: LookupEntry {
    LookupEntry(
      id: id, url: "/\(locale)/\(id).html", title: title, locale: locale, codes: codes,
      passages: passages.compactMap { fields in
        guard fields.count == 6, let text = fields[1], let language = fields[2],
          let kind = PassageKind.allCases.first(where: { $0.name == fields[0] })
        else { return nil }
        return Passage(
          kind: kind, text: text, language: language, unit: fields[3], anchor: fields[4],
          link: fields[5])
      })
  }
}

struct Judged: Decodable {
  var id: String
  var set: String
  var locale: String
  var text: String
  var relevant: [String]
}

func lines<Value: Decodable>(_ path: String, as type: Value.Type) throws -> [Value] {
  let decoder = JSONDecoder()
  return try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A).map {
    try decoder.decode(type, from: $0)
  }
}

var indexes: [String: LookupIndex] = [:]

func index(_ folder: String, _ name: String, _ locale: String) throws -> LookupIndex {
  if let known = indexes[name] { return known }
  var builder = LookupIndexBuilder(locale: locale)
  for row in try lines("\(folder)/\(name).jsonl", as: Row.self) { builder.append(row.entry) }
  let files = builder.build()
  let index = try LookupIndex(index: files.index, text: nil)
  indexes[name] = index
  return index
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: features FOLDER QUERIES.jsonl")
  exit(2)
}
for query in try lines(arguments[2], as: Judged.self) {
  let name = query.set.hasPrefix("retranslated") ? "\(query.locale).h1" : query.locale
  let answer = try index(arguments[1], name, query.locale).answers(
    to: LookupQuery(text: query.text, limit: 12, minimumConfidence: 0, explain: true))
  let relevant = Set(query.relevant.map { "AlchemyInsights/" + $0.dropLast(3) })
  for match in answer.answers {
    let label = relevant.isEmpty ? -1 : relevant.contains(match.id) ? 1 : 0
    let values = (match.explanation?.features ?? []).map { "\($0.value)" }
    print(([query.id, query.set, query.locale, "\(label)"] + values).joined(separator: "\t"))
  }
}
