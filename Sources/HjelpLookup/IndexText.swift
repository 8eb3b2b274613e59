/// The texts of the passages, by sequence and place.
struct IndexText: Sendable {
  private let bytes: [UInt8]
  private let texts: Int

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
    for _ in 0..<sequence % IndexFormat.textBlock { _ = texts(&cursor, upTo: nil) }
    return texts(&cursor, upTo: place).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Reads the texts of a sequence up to and with that at `place`, and returns that one.
  private func texts(_ cursor: inout IndexCursor, upTo place: Int?) -> Range<Int>? {
    let count = cursor.variable(bytes)
    var distinct: [Range<Int>] = []
    var index = 0
    while index < count, !cursor.isOver {
      let known = cursor.variable(bytes)
      if known == 0 { distinct.append(cursor.text(bytes)) }
      if index == place {
        let position = known == 0 ? distinct.count - 1 : known - 1
        return distinct.indices.contains(position) ? distinct[position] : nil
      }
      index += 1
    }
    return nil
  }
}
