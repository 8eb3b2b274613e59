/// The texts of the passages, by sequence and place.
struct IndexText: Sendable {
  let bytes: [UInt8]
  /// Where the texts begin.
  let texts: Int

  /// Opens the text of an index of `sequenceCount` sequences; nil if it has other ones.
  init?(_ bytes: [UInt8], sequenceCount: Int) {
    self.bytes = bytes
    let blocks = (sequenceCount + IndexFormat.textBlock - 1) / IndexFormat.textBlock
    texts = IndexFormat.headLength + 4 + 4 * blocks
    guard texts <= bytes.count, IndexCursor.fixed32(bytes, IndexFormat.headLength) == sequenceCount
    else { return nil }
  }

  /// The text of the passage at the `place`-th occurrence of a sequence.
  func text(sequence: Int, place: Int) -> String? {
    let offsets = IndexFormat.headLength + 4
    let block = sequence / IndexFormat.textBlock
    var cursor = IndexCursor(texts + IndexCursor.fixed32(bytes, offsets + 4 * block))
    for _ in 0..<sequence % IndexFormat.textBlock { skipTexts(&cursor) }
    return text(&cursor, at: place).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Moves a cursor over the texts of a sequence.
  private func skipTexts(_ cursor: inout IndexCursor) {
    let count = cursor.variable(bytes)
    var index = 0
    while index < count, !cursor.isOver {
      if cursor.variable(bytes) == 0 { _ = cursor.text(bytes) }
      index += 1
    }
  }

  /// The text at a place of the sequence that the cursor stands at; a place can refer to the text of
  /// an earlier one.
  private func text(_ cursor: inout IndexCursor, at place: Int) -> Range<Int>? {
    let start = cursor
    let count = cursor.variable(bytes)
    guard place < count else { return nil }
    var wanted: Int?
    var distinct = 0
    for index in 0...place where !cursor.isOver {
      let known = cursor.variable(bytes)
      if known == 0 {
        distinct += 1
        let range = cursor.text(bytes)
        if index == place { return range }
      } else if index == place {
        wanted = known
      }
    }
    guard let wanted, wanted <= distinct else { return nil }
    return distinctText(start, wanted)
  }

  /// The text that is the `number`-th of the distinct ones, from 1.
  private func distinctText(_ start: IndexCursor, _ number: Int) -> Range<Int>? {
    var cursor = start
    _ = cursor.variable(bytes)
    var distinct = 0
    while !cursor.isOver {
      guard cursor.variable(bytes) == 0 else { continue }
      let range = cursor.text(bytes)
      distinct += 1
      if distinct == number { return range }
    }
    return nil
  }
}
