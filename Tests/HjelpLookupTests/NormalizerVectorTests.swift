import Foundation
import Testing

@testable import HjelpLookup

/// The table that the C library, the Swift example and every other reader pass too.
@Suite("The table of normal forms")
struct NormalizerVectorTests {
  /// A text, its normal form and its codes, as the file writes them.
  private struct Case: Decodable {
    let text: String
    let normal: String
    let codes: [String]

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      text = try row.decode(String.self)
      normal = try row.decode(String.self)
      codes = row.isAtEnd ? [] : try row.decode([String].self)
    }
  }

  /// A text of a script without blanks, and the pairs of scalars that it is searched by.
  private struct Pairs: Decodable {
    let text: String
    let pairs: [String]

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      text = try row.decode(String.self)
      pairs = try row.decode([String].self)
    }
  }

  private struct Group: Decodable {
    let about: String
    let cases: [Case]
  }

  private struct Table: Decodable {
    let version: Int
    let groups: [Group]
    let pairs: [Pairs]
  }

  private func table() throws -> Table {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Fixtures/normalizer-vectors.json")
    return try JSONDecoder().decode(Table.self, from: Data(contentsOf: file))
  }

  @Test("the table is of the normaliser's version and has at least 150 cases")
  func version() throws {
    let table = try table()
    #expect(table.version == LookupNormalizer.version)
    #expect(table.groups.reduce(0) { $0 + $1.cases.count } >= 150)
  }

  @Test("every text has its normal form and its codes")
  func cases() throws {
    for group in try table().groups {
      for row in group.cases {
        let found = LookupNormalizer.normalise(row.text)
        #expect(found.utf8.elementsEqual(row.normal.utf8), "\(group.about): \(row.text): \(found)")
        #expect(LookupNormalizer.codes(in: row.text) == row.codes, "\(group.about): \(row.text)")
      }
    }
  }

  @Test("scripts without blanks are searched by overlapping pairs")
  func pairs() throws {
    for row in try table().pairs {
      let text = LookupNormalizer.tokens(of: row.text)
      let pairs = text.tokens.filter { $0.kind == .pair || $0.kind == .kana }.map {
        String(decoding: text.bytes[$0.range].dropFirst(), as: UTF8.self)
      }
      #expect(pairs == row.pairs, "\(row.text)")
    }
  }
}
