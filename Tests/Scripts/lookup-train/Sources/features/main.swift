// Writes the features of the first candidates of each query: see README.md.
import Foundation
import HjelpLookup

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

struct Indexes {
  private var opened: [String: LookupIndex] = [:]

  mutating func index(_ site: String, _ locale: String) throws -> LookupIndex {
    if let known = opened[site + locale] { return known }
    let bytes = try Data(contentsOf: URL(filePath: "\(site)/lookup/\(locale).hjx"))
    let index = try LookupIndex(index: Array(bytes), text: nil)
    opened[site + locale] = index
    return index
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  print("usage: features SITE H1SITE QUERIES.jsonl")
  exit(2)
}
var indexes = Indexes()
for query in try lines(arguments[3], as: Judged.self) {
  let site = query.set.hasPrefix("retranslated") ? arguments[2] : arguments[1]
  let answer = try indexes.index(site, query.locale).answers(
    to: LookupQuery(text: query.text, limit: 12, minimumConfidence: 0, explain: true))
  let relevant = Set(query.relevant.map { "AlchemyInsights/" + $0.dropLast(3) })
  for match in answer.answers {
    let label = relevant.isEmpty ? -1 : relevant.contains(match.id) ? 1 : 0
    let values = (match.explanation?.features ?? []).map { "\($0.value)" }
    print(([query.id, query.set, query.locale, "\(label)"] + values).joined(separator: "\t"))
  }
}
