internal import Foundation
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpLookup
internal import HjelpRelease

/// The scripts that the search page of a locale reads where no server answers: the tables of words
/// and passages, and the articles' names, in blocks.
struct SearchFiles: Sendable {
  /// As many names as stand in a block.
  static let block = 256

  /// The folder of the files from the root, named after what they hold.
  let folder: String
  /// The files by their paths from the root.
  let files: [(path: String, bytes: [UInt8])]

  /// The files for the articles that a locale shows.
  ///
  /// - Parameter store: Where their passages are.
  init(_ shown: [StoredEntry], in store: PassageStore, locale: LocaleTag) {
    let entries = store.sorted(shown)
    let tables = SearchTables(entries, in: store)
    var contents: [(name: String, bytes: [UInt8])] = []
    contents.append(("p", Self.script("p", nil, Data(tables.passages).base64EncodedString())))
    for (number, shard) in tables.shards.enumerated() {
      contents.append(
        ("w\(number)", Self.script("w", number, Data(shard).base64EncodedString())))
    }
    for start in stride(from: 0, to: entries.count, by: Self.block) {
      let block = entries[start..<min(start + Self.block, entries.count)]
      var ids: [UInt8] = []
      var titles: [UInt8] = []
      for entry in block {
        let names = store.names(of: entry)
        ids += PercentEncoding.path(names.id.utf8).utf8
        ids.append(UInt8(ascii: "\n"))
        titles += names.title.utf8.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
        if entry.isFallback { titles += "\t\(store.locale(of: entry))".utf8 }
        titles.append(UInt8(ascii: "\n"))
      }
      let number = start / Self.block
      let lines = String(decoding: ids + titles.dropLast(), as: UTF8.self)
      contents.append(("n\(number)", Self.script("n", number, lines)))
    }
    let hash = ContentHash.sha256(of: contents.flatMap(\.bytes)).prefix(10)
    let folder = "assets/search-\(locale)-\(hash)"
    self.folder = folder
    files = contents.map { ("\(folder)/\($0.name).js", $0.bytes) }
  }

  /// A script that hands a text over: fetch does not read files from a disk.
  private static func script(_ name: String, _ number: Int?, _ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    json.element(text)
    json.endArray()
    let literal = json.bytes.dropFirst().dropLast()
    return Array("hjelpSearch.\(name)(".utf8) + literal
      + Array((number.map { ",\($0)" } ?? "").utf8)
      + Array(")\n".utf8)
  }
}
