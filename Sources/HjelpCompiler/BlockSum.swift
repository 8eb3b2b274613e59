internal import HjelpLookup

/// Writes bytes in blocks, and sums them up.
struct BlockSum {
  /// Bytes in a block.
  static let block = 1 << 20
  private var waiting: [UInt8] = []
  private var sum: UInt64 = 0

  mutating func write(_ bytes: IndexBytes, _ put: SystemCalls.Put) throws(CompilerError) {
    waiting += bytes.bytes
    var start = 0
    while waiting.count - start >= Self.block {
      let block = Array(waiting[start..<(start + Self.block)])
      Self.add(block, block.indices, to: &sum)
      try put(block)
      start += Self.block
    }
    waiting.removeFirst(start)
  }

  /// Writes what is left, and the sum.
  mutating func finish(_ put: SystemCalls.Put) throws(CompilerError) {
    Self.add(waiting, waiting.indices, to: &sum)
    var end = IndexBytes()
    end.append64(sum)
    try put(waiting + end.bytes)
  }

  private static func add(_ bytes: [UInt8], _ range: Range<Int>, to sum: inout UInt64) {
    let value = IndexChecksum.value(
      of: bytes, from: range.lowerBound, to: range.upperBound, length: range.count)
    sum = IndexChecksum.value(value, after: sum)
  }

  /// Whether bytes end with their sum.
  static func isRight(_ bytes: [UInt8]) -> Bool {
    let end = bytes.count - 8
    guard end >= 0 else { return false }
    var sum: UInt64 = 0
    var start = 0
    while end - start >= block {
      add(bytes, start..<(start + block), to: &sum)
      start += block
    }
    add(bytes, start..<end, to: &sum)
    var cursor = IndexCursor(end)
    return cursor.fixed64(bytes) == sum
  }
}
