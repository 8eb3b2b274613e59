/// A sorted table of byte strings, each coded by what it shares with the one before it.
///
/// Layout: count, then the offset of each block of sixteen, then the blocks. The first key of a block
/// is whole; each other is the length shared, then the rest.
struct KeyTable {
  /// Keys in a block.
  static let blockLength = 16

  /// The number of keys.
  let count: Int
  private let blocks: Int
  private let keys: Int
  private let end: Int

  /// Finds the table in `section` of `bytes`, or nil if it does not fit in there.
  init?(_ bytes: [UInt8], section: Range<Int>) {
    guard section.count >= 4 else { return nil }
    count = IndexCursor.fixed32(bytes, section.lowerBound)
    let blockCount = (count + KeyTable.blockLength - 1) / KeyTable.blockLength
    blocks = section.lowerBound + 4
    keys = blocks + 4 * blockCount
    end = section.upperBound
    guard keys <= end else { return nil }
    var previous = 0
    for block in 0..<blockCount {
      let offset = IndexCursor.fixed32(bytes, blocks + 4 * block)
      guard offset >= previous, offset < end - keys else { return nil }
      previous = offset
    }
  }

  /// Writes the table of `sorted` keys.
  static func write(_ sorted: [[UInt8]], to section: inout IndexBytes) {
    var keys = IndexBytes()
    section.append32(sorted.count)
    var previous: [UInt8] = []
    for (index, key) in sorted.enumerated() {
      if index % blockLength == 0 {
        section.append32(keys.count)
        keys.appendText(key)
      } else {
        var shared = 0
        while shared < min(key.count, previous.count), key[shared] == previous[shared] {
          shared += 1
        }
        keys.appendVariable(shared)
        keys.appendText(key[shared...])
      }
      previous = key
    }
    section.append(contentsOf: keys.bytes)
  }

  /// Calls `visit` with each key from `start` on, until it returns false.
  func forEach(
    _ bytes: [UInt8], from start: Int, _ visit: (_ index: Int, _ key: [UInt8]) -> Bool
  ) {
    guard start >= 0, start < count else { return }
    var key: [UInt8] = []
    key.reserveCapacity(48)
    var index = start / KeyTable.blockLength * KeyTable.blockLength
    var cursor = IndexCursor(blockStart(bytes, index / KeyTable.blockLength))
    while index < count, !cursor.isOver {
      if index % KeyTable.blockLength == 0 {
        key.removeAll(keepingCapacity: true)
      } else {
        let shared = min(cursor.variable(bytes), key.count)
        key.removeSubrange(shared...)
      }
      key.append(contentsOf: bytes[cursor.text(bytes)])
      if index >= start, !visit(index, key) { return }
      index += 1
    }
  }

  /// The key at `index`; empty if there is none.
  func key(_ bytes: [UInt8], at index: Int) -> [UInt8] {
    var found: [UInt8] = []
    forEach(bytes, from: index) { _, key in
      found = key
      return false
    }
    return found
  }

  /// The index of `key`, or nil.
  ///
  /// Keys of a block are compared as they are coded: `matched` is what the key before and the one
  /// that is sought have in common, so that none has to be put together.
  func index(_ bytes: [UInt8], of key: ArraySlice<UInt8>) -> Int? {
    var low = 0
    var high = (count + KeyTable.blockLength - 1) / KeyTable.blockLength
    while low < high {
      let middle = (low + high) / 2
      var cursor = IndexCursor(blockStart(bytes, middle))
      let head = cursor.text(bytes)
      if compare(bytes, head, key, from: 0).order <= 0 { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    var index = (low - 1) * KeyTable.blockLength
    let limit = min(count, index + KeyTable.blockLength)
    var cursor = IndexCursor(blockStart(bytes, low - 1))
    var matched = 0
    var isHead = true
    while index < limit, !cursor.isOver {
      let shared = isHead ? 0 : cursor.variable(bytes)
      let rest = cursor.text(bytes)
      isHead = false
      if shared < matched { return nil }
      if shared == matched {
        let (order, common) = compare(bytes, rest, key, from: matched)
        if order == 0 { return index }
        if order > 0 { return nil }
        matched = common
      }
      index += 1
    }
    return nil
  }

  /// Compares bytes of the table with those of `key` from `start` on: below 0, 0 or above, and how
  /// many bytes of the key are matched.
  private func compare(
    _ bytes: [UInt8], _ range: Range<Int>, _ key: ArraySlice<UInt8>, from start: Int
  ) -> (order: Int, matched: Int) {
    var position = range.lowerBound
    var index = key.startIndex + start
    while position < range.upperBound, index < key.endIndex {
      if bytes[position] != key[index] {
        return (bytes[position] < key[index] ? -1 : 1, index - key.startIndex)
      }
      position += 1
      index += 1
    }
    let order = (range.upperBound - position) - (key.endIndex - index)
    return (order, index - key.startIndex)
  }

  /// The index of the first key that is not before `key`.
  func lowerBound(_ bytes: [UInt8], _ key: ArraySlice<UInt8>) -> Int {
    var low = 0
    var high = (count + KeyTable.blockLength - 1) / KeyTable.blockLength
    while low < high {
      let middle = (low + high) / 2
      var cursor = IndexCursor(blockStart(bytes, middle))
      let head = cursor.text(bytes)
      if bytes[head].lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    let start = max(0, low - 1) * KeyTable.blockLength
    var found = min(count, low * KeyTable.blockLength)
    let limit = found
    forEach(bytes, from: start) { index, candidate in
      guard index < limit else { return false }
      if candidate.lexicographicallyPrecedes(key) { return true }
      found = index
      return false
    }
    return found
  }

  /// Where the first key begins.
  var firstKey: Int { keys }

  /// Where a block says that it begins.
  func start(ofBlock block: Int, _ bytes: [UInt8]) -> Int { blockStart(bytes, block) }

  private func blockStart(_ bytes: [UInt8], _ block: Int) -> Int {
    keys + IndexCursor.fixed32(bytes, blocks + 4 * block)
  }
}
