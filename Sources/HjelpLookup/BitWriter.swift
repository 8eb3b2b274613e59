/// A stream of bits, the first bit of a byte being its highest.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var last: UInt8 = 0
  private var free = 8

  /// The bytes, the last one filled up with zeros.
  var finished: [UInt8] { free == 8 ? bytes : bytes + [last << UInt8(free)] }

  /// The lowest `count` bits of a number, the highest of them first.
  mutating func append(_ number: Int, count: Int) {
    for place in stride(from: count - 1, through: 0, by: -1) {
      last = last << 1 | UInt8(number >> place & 1)
      free -= 1
      if free == 0 {
        bytes.append(last)
        (last, free) = (0, 8)
      }
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
    for _ in 0..<(number >> parameter) { append(1, count: 1) }
    append(0, count: 1)
    append(number, count: parameter)
  }

  /// Numbers in their order, each above the one before it, as Rice codes of the distances.
  mutating func append(_ numbers: [Int], among all: Int) {
    let parameter = Self.riceParameter(numbers.count, among: all)
    var last = -1
    for number in numbers {
      appendRice(number - last - 1, parameter)
      last = number
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
