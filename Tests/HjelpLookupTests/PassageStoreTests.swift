import Testing

@testable import HjelpLookup

@Suite("A store of passages that is kept")
struct PassageStoreTests {
  /// A store with all kinds of passages, some of them long, and its entries.
  private func store() -> (PassageStore, [StoredEntry]) {
    let words = (1...130).map { "word\($0)" }.joined(separator: " ")
    let long = LookupEntry(
      id: "long/æ", url: "/elsewhere.html", title: "A long one", locale: "nb-NO",
      isFallback: false, codes: ["0x80070005"],
      passages: [
        Passage(kind: .sentence, text: words, language: "en-US", unit: "x", anchor: "here"),
        Passage(
          kind: .declared, text: "The {name} is full", language: "en-US", sentence: "It is full."),
        Passage(
          kind: .heading, text: "See also", language: "nb-NO", unit: "9999", anchor: "u9999",
          link: "mail/copy.md"),
      ])
    var store = PassageStore()
    let entries = (SampleIndex.entries.filter { !$0.isFallback } + [long]).map { entry in
      let sides = store.add(entry.passages)
      return store.add(entry, sides: sides)
    }
    return (store, entries)
  }

  private func bytes(_ store: PassageStore, _ entries: [StoredEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    store.forEachPart { bytes += $0.bytes }
    var rest = IndexBytes()
    for entry in entries { entry.append(to: &rest) }
    return bytes + rest.bytes
  }

  /// Reads a store and so many entries, as a build does.
  private func read(_ bytes: [UInt8], _ count: Int) -> (PassageStore, [StoredEntry])? {
    var cursor = IndexCursor(0)
    guard let store = PassageStore(&cursor, bytes) else { return nil }
    var entries: [StoredEntry] = []
    for _ in 0..<count {
      guard let entry = store.entry(&cursor, bytes) else { return nil }
      entries.append(entry)
    }
    return (store, entries)
  }

  @Test("gives the same index and the same search tables")
  func sameIndex() throws {
    let (store, entries) = store()
    let (again, same) = try #require(read(bytes(store, entries), entries.count))
    let (index, other) = (
      LookupIndexBuilder.files("nb-NO", entries, in: store),
      LookupIndexBuilder.files("nb-NO", same, in: again)
    )
    #expect(index.index == other.index)
    #expect(index.text == other.text)
    let (tables, others) = (SearchTables(entries, in: store), SearchTables(same, in: again))
    #expect(tables.passages == others.passages)
    #expect(tables.shards == others.shards)
    #expect(zip(entries, same).allSatisfy { again.areSearchedAlike($0, $1) })
  }

  @Test("takes more passages, and knows the texts that it has")
  func more() throws {
    let (store, entries) = store()
    var (again, _) = try #require(read(bytes(store, entries), entries.count))
    let count = again.texts.count
    let entry = SampleIndex.entries[0]
    let sides = again.add(entry.passages)
    let added = again.add(entry, sides: sides)
    #expect(again.texts.count == count)
    #expect(again.areSearchedAlike(entries[0], added))
    #expect(!again.areSearchedAlike(entries[1], added))
  }

  @Test("a cut one is refused")
  func truncation() {
    let (store, entries) = store()
    let bytes = bytes(store, entries)
    for length in stride(from: 0, to: bytes.count, by: 5) {
      #expect(read(Array(bytes[..<length]), entries.count) == nil, "\(length) bytes")
    }
  }

  @Test(
    "a damaged one is refused, or leads nowhere outside", arguments: [1, 0x80, 0xFF] as [UInt8])
  func damage(mask: UInt8) {
    let (store, entries) = store()
    let bytes = bytes(store, entries)
    var refused = 0
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var damaged = bytes
      damaged[place] ^= mask
      guard let (again, others) = read(damaged, entries.count) else {
        refused += 1
        continue
      }
      // Of two entries with the same id the index takes one.
      let files = LookupIndexBuilder.files("nb-NO", others, in: again)
      #expect(!files.index.isEmpty)
    }
    #expect(refused > 0)
  }
}
