/// A stream of bits, the first bit of a byte being its highest.
struct BitWriter {
  private var bytes: [UInt8] = []
  /// The bits that fill no byte yet, the last one lowest, and how many there are.
  private var rest: UInt64 = 0
  private var count = 0

  /// The bytes, the last one filled up with zeros.
  var finished: [UInt8] {
    count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: rest << UInt64(8 - count))]
  }

  /// The lowest `count` bits of a number, at most 56, the highest of them first.
  mutating func append(_ number: Int, count: Int) {
    rest = rest << UInt64(count) | UInt64(number) & (1 << UInt64(count) - 1)
    self.count += count
    while self.count >= 8 {
      self.count -= 8
      bytes.append(UInt8(truncatingIfNeeded: rest >> UInt64(self.count)))
    }
  }

  /// Elias' γ code of a number above 0.
  mutating func appendGamma(_ number: Int) {
    let length = Int.bitWidth - 1 - number.leadingZeroBitCount
    append(0, count: length)
    append(number, count: length + 1)
  }

  /// The Rice code of a number.
  mutating func appendRice(_ number: Int, _ parameter: Int) {
    var ones = number >> parameter
    while ones > 32 {
      append(0xFFFF_FFFF, count: 32)
      ones -= 32
    }
    // The ones with the zero that ends them.
    append(1 << (ones + 1) - 2, count: ones + 1)
    append(number, count: parameter)
  }

  /// Numbers in their order, each above the one before it, as Rice codes of the distances.
  mutating func append(_ numbers: [Int32], among all: Int) {
    let parameter = Self.riceParameter(numbers.count, among: all)
    var last = -1
    for number in numbers {
      appendRice(Int(number) - last - 1, parameter)
      last = Int(number)
    }
  }

  /// The parameter that suits so many of so many numbers: of 11/16 of the mean distance.
  static func riceParameter(_ count: Int, among all: Int) -> Int {
    let mean = max(1, all * 11 / (16 * max(1, count)))
    return Int.bitWidth - 1 - mean.leadingZeroBitCount
  }

  /// About how many bits ``append(_:among:)`` takes.
  static func estimate(_ count: Int, among all: Int) -> Int {
    count * (riceParameter(count, among: all) + 2)
  }
}
