/// A number in a text with the values that it may have.
///
/// `1.300` is 1300 in Spanish and 1.3 in English, and a translation may keep either form, so that a
/// number has several readings. A value is a decimal with up to six places, in millionths.
struct NumberValue {
  /// Where it stands in the text of its side.
  var range: Range<Int>
  /// How many digits it has.
  var digitCount: Int
  /// The values that it may have, in millionths; the plain one first.
  var readings: [Int]
  /// The digits without any mark between them, as a number; -1 if there are too many.
  var digits: Int
  /// The place of the decimal mark, if it is read as one: how many digits follow it.
  var decimals: Int
  /// Hours and minutes, if it is written as a time.
  var time: (hour: Int, minute: Int)?

  /// Its value if it is a small whole number without a mark.
  var whole: Int? {
    guard let first = readings.first, first % Self.unit == 0, decimals == 0 else { return nil }
    return first / Self.unit
  }

  /// One, in millionths.
  static let unit = 1_000_000

  /// Reads the number of a token, with the scale that follows it.
  ///
  /// - Parameter isSource: Whether the marks mean what they mean in the language; a translation may
  ///   have kept the source's.
  init?(
    _ range: Range<Int>, in text: [UInt8], limit: Int, language: Language?, isSource: Bool = false
  ) {
    self.range = range
    var groups: [(start: Int, count: Int)] = [(range.lowerBound, 0)]
    var marks: [UInt8] = []
    var value = 0
    digitCount = 0
    for index in range {
      if TextBytes.isDigit(text[index]) {
        groups[groups.count - 1].count += 1
        digitCount += 1
        value = digitCount <= 12 ? value * 10 + Int(text[index] & 0x0F) : -1
      } else {
        marks.append(text[index])
        groups.append((index + 1, 0))
      }
    }
    guard digitCount <= 12 else { return nil }
    digits = value
    decimals = 0
    var readings: [Int] = []
    let last = groups[groups.count - 1].count
    let isGrouped =
      marks.count > 0 && groups[0].count <= 3
      && groups.dropFirst().allSatisfy { $0.count == 3 } && Set(marks).count == 1
      && marks[0] != 0x3A
    if marks.isEmpty {
      readings.append(value * Self.unit)
    } else if marks.allSatisfy({ $0 == 0x3A }) {
      let hour = Self.value(groups[0], text)
      let minute = Self.value(groups[1], text)
      if marks.count <= 2, hour <= 24, groups[1].count == 2, minute < 60 { time = (hour, minute) }
      readings.append(hour * Self.unit)
      readings.append(-1 - value)
    } else {
      // The last mark may be a decimal one, the ones before it part groups.
      if last <= 6, Set(marks).count <= 2, marks.dropLast().allSatisfy({ $0 != marks.last }) {
        decimals = last
        var scaled = value
        for _ in 0..<(6 - last) { scaled *= 10 }
        readings.append(scaled)
      }
      if isGrouped {
        readings.append(value * Self.unit)
        if marks.count > 1 || language?.groups.contains([marks[0]]) ?? (marks[0] == 0x2C) {
          readings.swapAt(0, readings.count - 1)
          if isSource { readings.removeLast(readings.count - 1) }
          decimals = 0
        } else if isSource {
          readings.removeLast()
        }
      }
      if readings.isEmpty { readings.append(-1 - value) }
    }
    self.readings = readings
    readBehind(text, limit: limit, language: language)
  }

  /// Reads groups parted by blanks, a scale, or the ending of an ordinal behind the digits.
  private mutating func readBehind(_ text: [UInt8], limit: Int, language: Language?) {
    var end = range.upperBound
    if digitCount <= 3, decimals == 0, time == nil {
      var grouped = digits
      var next = end
      while let start = Self.afterBlank(text, next, limit), start + 3 <= limit,
        text[start..<start + 3].allSatisfy(TextBytes.isDigit),
        start + 3 == limit || !TextBytes.isDigit(text[start + 3])
      {
        grouped =
          grouped * 1000
          + Self.value((start, 3), text)
        readings.append(grouped * Self.unit)
        next = start + 3
        if grouped > 999_999_999 { break }
      }
    }
    guard let language else { return }
    if let start = Self.afterBlank(text, end, limit) { end = start }
    var wordEnd = end
    while wordEnd < limit, TextBytes.isWord(text[wordEnd]), !TextBytes.isDigit(text[wordEnd]),
      wordEnd - end < 16
    {
      wordEnd += 1
    }
    guard wordEnd > end else { return }
    let word = text[end..<wordEnd].map { TextBytes.lowered($0) }
    for length in language.hasSpaces ? [word.count] : [3, 6] where length <= word.count {
      if let scale = language.scales[Array(word.prefix(length))] {
        for reading in readings where reading > 0 && reading < 1 << 40 {
          readings.append(reading.multipliedReportingOverflow(by: scale).partialValue)
        }
        return
      }
    }
  }

  /// The start behind one blank of any width that parts groups of digits.
  private static func afterBlank(_ text: [UInt8], _ index: Int, _ limit: Int) -> Int? {
    guard index < limit else { return nil }
    if text[index] == 0x20 { return index + 1 }
    if index + 1 < limit, text[index] == 0xC2, text[index + 1] == 0xA0 { return index + 2 }
    if index + 2 < limit, text[index] == 0xE2, text[index + 1] == 0x80,
      text[index + 2] == 0xAF || text[index + 2] == 0x89
    {
      return index + 3
    }
    return nil
  }

  private static func value(_ group: (start: Int, count: Int), _ text: [UInt8]) -> Int {
    text[group.start..<group.start + group.count].reduce(0) {
      min($0, 1 << 40) * 10 + Int($1 & 0x0F)
    }
  }
}
