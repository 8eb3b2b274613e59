/// The tokens of an index: their keys, weights and the sequences they stand in.
struct Vocabulary: Sendable {
  /// The number of tokens.
  let count: Int
  /// The three tables of keys: the commonest, the next, the rest.
  let tables: [KeyTable]
  /// The number of the first token of each table.
  let firsts: [Int]
  private let numbers: [Range<Int>]
  private let weights: Int
  private let offsets: Int
  private let lists: Range<Int>

  /// Takes the tables of an index.
  init(
    _ bytes: [UInt8], tables: [KeyTable], weights: Range<Int>, offsets: Range<Int>,
    lists: Range<Int>
  ) {
    self.tables = tables
    var first = 0
    var firsts: [Int] = []
    for table in tables {
      firsts.append(first)
      first += table.count
    }
    self.firsts = firsts
    count = first
    numbers = zip(tables, firsts).map { table, first in
      let kind = TokenKind.number.rawValue
      return first + table.lowerBound(bytes, [kind])..<first + table.lowerBound(bytes, [kind + 1])
    }
    self.weights = weights.lowerBound
    self.offsets = offsets.lowerBound
    self.lists = lists
  }

  /// The token with this key, or nil.
  func token(_ bytes: [UInt8], key: ArraySlice<UInt8>) -> Int? {
    for level in tables.indices {
      if let index = tables[level].index(bytes, of: key) { return firsts[level] + index }
    }
    return nil
  }

  /// The key of a token.
  func key(_ bytes: [UInt8], of token: Int) -> [UInt8] {
    let level = token < firsts[1] ? 0 : token < firsts[2] ? 1 : 2
    return tables[level].key(bytes, at: token - firsts[level])
  }

  /// True for digits.
  func isNumber(_ token: Int) -> Bool {
    numbers[0].contains(token) || numbers[1].contains(token) || numbers[2].contains(token)
  }

  /// The weight of a token, in sixteenths of a bit.
  @inline(__always)
  func weight(_ bytes: [UInt8], of token: Int) -> Int { Int(bytes[weights + token]) }

  /// How many sequences a token stands in; 0 for those that stand in too many for a list.
  func listLength(_ bytes: [UInt8], of token: Int) -> Int {
    var cursor = listCursor(bytes, of: token)
    return cursor.variable(bytes)
  }

  /// A cursor at the list of a token: its length, then the steps from one sequence to the next.
  func listCursor(_ bytes: [UInt8], of token: Int) -> IndexCursor {
    IndexCursor(lists.lowerBound + IndexCursor.fixed32(bytes, offsets + 4 * token))
  }
}
