@testable import HjelpLookup
import Testing

@Suite("The files of an index")
struct IndexFileTests {
  private func refuse(
    _ index: [UInt8], _ text: [UInt8]?, _ file: LookupIndexError.File
  ) -> LookupIndexError.Reason? {
    do throws(LookupIndexError) {
      _ = try LookupIndex(index: index, text: text)
      return nil
    } catch {
      #expect(error.file == file)
      #expect(error.description.hasPrefix("the .\(file.rawValue) file "))
      return error.reason
    }
  }

  @Test("a flipped bit anywhere is refused")
  func flippedBits() {
    let files = SampleIndex.files()
    for position in files.index.indices {
      var damaged = files.index
      damaged[position] ^= 1 << UInt8(position % 8)
      #expect(refuse(damaged, files.text, .index) != nil, "byte \(position)")
    }
    for position in files.text.indices {
      var damaged = files.text
      damaged[position] ^= 1 << UInt8(position % 8)
      #expect(refuse(files.index, damaged, .text) != nil, "byte \(position)")
    }
  }

  @Test("a file cut anywhere is refused, and so is one that goes on")
  func truncation() {
    let files = SampleIndex.files()
    for length in 0..<files.index.count {
      #expect(refuse(Array(files.index.prefix(length)), nil, .index) != nil, "\(length) bytes")
    }
    for length in 0..<files.text.count {
      #expect(
        refuse(files.index, Array(files.text.prefix(length)), .text) != nil, "\(length) bytes")
    }
    #expect(refuse(files.index + [0], nil, .index) != nil)
  }

  @Test("each refusal says why")
  func reasons() {
    let files = SampleIndex.files()
    #expect(refuse(Array("<!doctype html>".utf8), nil, .index) == .foreign)
    #expect(refuse(files.text, nil, .index) == .foreign)
    var newer = files.index
    newer[4] = 99
    #expect(refuse(newer, nil, .index) == .version(found: 99, supported: 1))
    let cut = Array(files.index.dropLast(5))
    #expect(
      refuse(cut, nil, .index) == .length(found: cut.count, expected: files.index.count))
    var damaged = files.index
    damaged[damaged.count - 1] ^= 0x40
    #expect(refuse(damaged, nil, .index) == .checksum)
    let other = SampleIndex.files(Array(SampleIndex.entries.dropLast()))
    #expect(refuse(files.index, other.text, .text) == .otherBuild)
    #expect(throws: LookupIndexError.self) {
      try LookupIndex(index: files.index, text: other.text)
    }
  }

  @Test("the same entries in any order make the same bytes")
  func reproducible() {
    let files = SampleIndex.files()
    #expect(SampleIndex.files(SampleIndex.entries.reversed()) == files)
    #expect(SampleIndex.files() == files)
    #expect(files.buildHash.utf8.count == 16)
    #expect(SampleIndex.files(Array(SampleIndex.entries.dropLast())).buildHash != files.buildHash)
  }

  @Test("what else lies in a store does not show in an index of it")
  func sharedStore() throws {
    var store = PassageStore()
    let other = Passage(
      kind: .heading,
      text: "Before a completely different start \(String(repeating: "w ", count: 200))",
      language: "ja-JP", anchor: "other", link: "sync/stale")
    _ = store.add([other])
    let entries = SampleIndex.entries.map { entry in
      let (first, rest) = (entry.passages.prefix(1), entry.passages.dropFirst())
      let sides = store.add(Array(first)).through(store.add(Array(rest)))
      return store.add(entry, sides: sides)
    }
    _ = store.add([other])
    #expect(LookupIndexBuilder.files("nb-NO", entries, in: store) == SampleIndex.files())
  }

  @Test("of two entries with one id the first stays")
  func repeatedID() throws {
    var second = SampleIndex.entries[0]
    second.title = "another"
    let files = SampleIndex.files(SampleIndex.entries + [second])
    let index = try LookupIndex(index: files.index, text: files.text)
    #expect(index.articleCount == 6)
    #expect(index.article(id: second.id)?.title == "Synkroniseringen har stanset")
  }

  @Test("an index of nothing is an index")
  func empty() throws {
    let files = SampleIndex.files([])
    let index = try LookupIndex(index: files.index, text: files.text)
    #expect(index.articles.isEmpty)
    #expect(index.answers(to: LookupQuery(text: "no recent synchronization")).status == .none)
    #expect(index.version == files.buildHash)
  }

  @Test("URLs, units and anchors that are not the usual ones come back as they were")
  func unusual() throws {
    let entry = LookupEntry(
      id: "a b/ÆØ", url: "https://help.example/x?y=1", title: "Odd", locale: "nb-NO",
      passages: [
        Passage(
          kind: .heading, text: "Frozen widgets everywhere", language: "ar-SA", unit: "0101",
          anchor: "frozen"),
        Passage(
          kind: .sentence, text: "Thawing widgets carefully", language: "fa-IR", unit: "1001",
          anchor: "u1001"),
        Passage(
          kind: .sentence, text: "Melted widgets dripping", language: "he-IL", unit: "p007",
          anchor: "u007"),
      ])
    let usual = LookupEntry(
      id: "a b/ÆØ2", url: "/nb-NO/a%20b/%C3%86%C3%982.html", title: "Usual", locale: "nb-NO",
      passages: [])
    let files = SampleIndex.files([entry, usual])
    let index = try LookupIndex(index: files.index, text: files.text)
    #expect(index.articles.map(\.url) == [entry.url, usual.url])
    func first(_ text: String) -> LookupMatch? {
      index.answers(to: LookupQuery(text: text)).answers.first
    }
    #expect(first("Frozen widgets everywhere")?.anchor == "frozen")
    #expect(first("Frozen widgets everywhere")?.language == "ar-SA")
    #expect(first("Thawing widgets carefully")?.unit == "1001")
    #expect(first("Thawing widgets carefully")?.anchor == "u1001")
    #expect(first("Thawing widgets carefully")?.language == "fa-IR")
    #expect(first("Melted widgets dripping")?.unit == "p007")
    #expect(first("Melted widgets dripping")?.anchor == "u007")
    #expect(first("Melted widgets dripping")?.language == "he-IL")
  }

  @Test("what others call an article finds it; a list of such names answers nothing itself")
  func linkedNames() throws {
    let names = [
      "Frozen turtles", "Broken lanterns", "Purple bicycles", "Silent trumpets", "Crooked ladders",
      "Golden spoons", "Wooden rockets", "Hollow statues", "Rusty compasses",
    ]
    var entries = names.indices.map { number in
      LookupEntry(
        id: "a\(number)", url: "/nb-NO/a\(number).html", title: "Artikkel nummer \(number)",
        locale: "nb-NO",
        passages: [
          Passage(kind: .title, text: "Artikkel nummer \(number)", language: "nb-NO"),
          Passage(
            kind: .sentence, text: "Innhold av slag \(number)", language: "nb-NO", unit: "103",
            anchor: "u103"),
        ])
    }
    entries.append(
      LookupEntry(
        id: "list", url: "/nb-NO/list.html", title: "Alt", locale: "nb-NO",
        passages: names.enumerated().map { number, name in
          Passage(
            kind: .sentence, text: name, language: "nb-NO", unit: "\(number + 110)",
            anchor: "u\(number + 110)", link: "/a\(number).md#top")
        }))
    let files = SampleIndex.files(entries)
    let index = try LookupIndex(index: files.index, text: files.text)
    for (number, name) in names.enumerated() {
      let answer = index.answers(to: LookupQuery(text: name))
      #expect(answer.answers.first?.id == "a\(number)", "\(name)")
      #expect(answer.answers.first?.matched == name)
      #expect(answer.answers.first?.anchor == nil)
    }
  }
}
