internal import HjelpArticle

/// The numbers of a unit's halves, compared.
struct NumberComparison {
  /// Numbers of the source that the target has in no form.
  private(set) var missing: [NumberValue] = []
  /// Numbers of the target that the source has in no form.
  private(set) var extra: [NumberValue] = []
  /// Numbers of the source whose digits the target has without the decimal mark, and where.
  private(set) var undecimal: [(source: NumberValue, target: NumberValue)] = []

  let pair: UnitPair

  /// The comparisons of all units that have a number on either side.
  static func all(_ sides: PairedSides) -> [NumberComparison] {
    let number = Token.Kinds(.number)
    guard
      !sides.source.kinds.isDisjoint(with: number) || !sides.target.kinds.isDisjoint(with: number)
    else { return [] }
    return sides.pairs.compactMap { index in
      let hasNumber =
        !sides.source.segments[index].kinds.isDisjoint(with: number)
        || !sides.target.segments[index].kinds.isDisjoint(with: number)
      return hasNumber ? NumberComparison(UnitPair(sides: sides, index: index)) : nil
    }
  }

  private init(_ pair: UnitPair) {
    self.pair = pair
    let source = Self.numbers(
      pair.sides.source, pair.source, language: pair.sides.sourceLanguage, isSource: true)
    let target = Self.numbers(pair.sides.target, pair.target, language: pair.language)
    compare(source, target)
  }

  private mutating func compare(_ source: [NumberValue], _ target: [NumberValue]) {
    let runs = Self.runs(pair.targetText) + [Self.listMarker(pair)].compactMap(\.self)
    var words: TargetWords?
    for number in source {
      if isFound(number, target, runs) || isVerbatim(number) { continue }
      if let mangled = target.first(where: { isMangled(number, $0) }) {
        undecimal.append((number, mangled))
        continue
      }
      if let language = pair.language, let value = number.whole ?? number.time?.hour {
        if words == nil { words = TargetWords(pair.targetText, language) }
        if words?.says(value) ?? false { continue }
        if (1...12).contains(value), words?.namesMonth(value) ?? false { continue }
      }
      if number.digitCount < 3, pair.language?.numbers.isEmpty ?? true { continue }
      if isConverted(number, target) || isIdiom(number) { continue }
      missing.append(number)
    }
    guard !target.isEmpty else { return }
    let sourceRuns = Self.runs(pair.sourceText)
    var sourceWords: TargetWords?
    for number in target
    where !pair.sides.target.traits[number.range.lowerBound].contains(.code) {
      if isFound(number, source, sourceRuns)
        || undecimal.contains(where: {
          $0.target.range == number.range
        })
      {
        continue
      }
      if let language = pair.sides.sourceLanguage, let value = number.whole ?? number.time?.hour {
        if sourceWords == nil { sourceWords = TargetWords(pair.sourceText, language) }
        if sourceWords?.says(value) ?? false { continue }
        if (1...12).contains(value), sourceWords?.namesMonth(value) ?? false { continue }
      }
      if isCounted(number) { continue }
      extra.append(number)
    }
  }

  // MARK: - Equality

  private func isFound(_ number: NumberValue, _ others: [NumberValue], _ runs: [Int]) -> Bool {
    for other in others {
      if number.readings.contains(where: { $0 >= 0 && other.readings.contains($0) }) { return true }
      if number.digits >= 0, number.digits == other.digits, number.decimals == other.decimals {
        return true
      }
      if isSameTime(number, other) { return true }
    }
    if let whole = number.whole, runs.contains(whole) { return true }
    if let time = number.time, runs.contains(time.minute) || time.minute == 0,
      runs.contains(time.hour) || runs.contains(time.hour + 12) || runs.contains(time.hour - 12)
    {
      return true
    }
    return false
  }

  /// Whether the target has the number as the source writes it, also glued to a name (`TLS1.2`).
  private func isVerbatim(_ number: NumberValue) -> Bool {
    let wanted = pair.sides.source.text[number.range]
    let text = pair.sides.target.text
    let limit = pair.target.text
    var index = limit.lowerBound
    while index + wanted.count <= limit.upperBound {
      let end = index + wanted.count
      if text[index] == wanted.first, text[index..<end].elementsEqual(wanted),
        index == limit.lowerBound || !TextBytes.isDigit(text[index - 1]),
        end == limit.upperBound || !TextBytes.isDigit(text[end])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Hours on a clock of 12 or of 24.
  private func isSameTime(_ left: NumberValue, _ right: NumberValue) -> Bool {
    let first = left.time ?? left.whole.map { ($0, 0) }
    let second = right.time ?? right.whole.map { ($0, 0) }
    guard let first, let second,
      left.time != nil || right.time != nil || isClock(left) || isClock(right)
    else { return false }
    return first.1 == second.1 && abs(first.0 - second.0) % 12 == 0 && first.0 <= 24
      && second.0 <= 24
  }

  /// Whether AM or PM follows in the source.
  private func isClock(_ number: NumberValue) -> Bool {
    let text = pair.sides.source.text
    guard pair.source.text.contains(number.range.lowerBound) else { return false }
    var index = number.range.upperBound
    if index < pair.source.text.upperBound, text[index] == 0x20 { index += 1 }
    guard index + 1 < pair.source.text.upperBound else { return false }
    let first = text[index] | 0x20
    return (first == UInt8(ascii: "a") || first == UInt8(ascii: "p"))
      && (text[index + 1] | 0x20 == UInt8(ascii: "m") || text[index + 1] == UInt8(ascii: "."))
  }

  /// Whether the target's number is the source's without its decimal mark.
  private func isMangled(_ number: NumberValue, _ other: NumberValue) -> Bool {
    number.decimals > 0 && other.decimals == 0 && other.time == nil && number.digits > 9
      && (other.digits == number.digits
        || other.digits > 0 && number.digits % 10 == 0 && other.digits * 10 == number.digits)
      && other.readings.first == other.digits * NumberValue.unit
  }

  // MARK: - What is no defect

  /// A measure of the source that the target has in metric units.
  private func isConverted(_ number: NumberValue, _ target: [NumberValue]) -> Bool {
    guard Self.unit(pair.sides.source.text, number, pair.source.text, Self.imperial) else {
      return false
    }
    return target.contains { Self.unit(pair.sides.target.text, $0, pair.target.text, Self.metric) }
  }

  /// Whether one of these units follows a number as a word of its own.
  private static func unit(
    _ text: [UInt8], _ number: NumberValue, _ range: Range<Int>, _ units: [StaticString]
  ) -> Bool {
    var index = number.range.upperBound
    if index < range.upperBound, text[index] == 0x20 || text[index] == 0x2D { index += 1 }
    return units.contains { unit in
      let end = index + unit.utf8CodeUnitCount
      return end <= range.upperBound && text.matches(unit, at: index)
        && (end == range.upperBound || !TextBytes.isWord(text[end]))
    }
  }

  private static let imperial: [StaticString] = [
    "in", "inch", "inches", "\"", "feet", "foot", "ft", "mile", "miles", "pound", "pounds", "lb",
    "°F",
  ]
  private static let metric: [StaticString] = [
    "cm", "mm", "m", "km", "kg", "°C", "meter", "metros", "センチ",
  ]

  /// `24/7`, `1:1`, `1-D`.
  private func isIdiom(_ number: NumberValue) -> Bool {
    let text = pair.sides.source.text
    let range = number.range
    if text[range].elementsEqual("1:1".utf8) || text.matches("-D", at: range.upperBound) {
      return true
    }
    if number.digits == 24, text.matches("/7", at: range.upperBound) { return true }
    return number.digits == 7 && text.matches("24/", at: range.lowerBound - 3)
  }

  /// Whether a counter follows, so that the number may be one that the source does not write.
  private func isCounted(_ number: NumberValue) -> Bool {
    guard let language = pair.language, number.whole.map({ $0 <= 31 }) ?? false else {
      return false
    }
    var index = number.range.upperBound
    let text = pair.sides.target.text
    if index < pair.target.text.upperBound, text[index] == 0x20 { index += 1 }
    return language.counters.contains { counter in
      index + counter.count <= pair.target.text.upperBound
        && text[index..<index + counter.count].elementsEqual(counter)
    }
  }

  // MARK: - Reading

  private static func numbers(
    _ side: SideContent, _ segment: Segment, language: Language?, isSource: Bool = false
  ) -> [NumberValue] {
    var numbers: [NumberValue] = []
    for token in side.tokens[segment.tokens] where token.kind == .number {
      guard !isSource || !side.traits[token.range.lowerBound].contains(.code) else { continue }
      let parts = isSource ? parts(token.range, side.text) : [token.range]
      for part in parts {
        if let number = NumberValue(
          part, in: side.text, limit: segment.text.upperBound, language: language,
          isSource: isSource)
        {
          numbers.append(number)
        }
      }
    }
    return numbers
  }

  /// A list of numbers without blanks (`1,2,3`) as its members.
  private static func parts(_ range: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    guard text[range].contains(0x2C) else { return [range] }
    let groups = text[range].split(omittingEmptySubsequences: false) { !TextBytes.isDigit($0) }
    if groups.count > 1, groups[0].count <= 3,
      groups.dropFirst().dropLast().allSatisfy({
        $0.count == 3
      }),
      groups[groups.count - 1].count == 3
        || text[range].last(where: { !TextBytes.isDigit($0) })
          == 0x2E
    {
      return [range]
    }
    return groups.map { $0.startIndex..<$0.endIndex }
  }

  /// The number of a list that a target begins by mistake, so that it is a marker and no text:
  /// `7. april`.
  private static func listMarker(_ pair: UnitPair) -> Int? {
    let digits = pair.targetBytes.drop { $0 <= 0x20 }.prefix { TextBytes.isDigit($0) }
    guard (1...9).contains(digits.count), digits.endIndex < pair.targetBytes.endIndex,
      pair.targetBytes[digits.endIndex] == UInt8(ascii: ".")
        || pair.targetBytes[digits.endIndex] == UInt8(ascii: ")")
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// The whole numbers of all runs of digits, also of those in names and of full-width ones.
  private static func runs(_ text: ArraySlice<UInt8>) -> [Int] {
    var runs: [Int] = []
    var value = -1
    var index = text.startIndex
    while index < text.endIndex {
      var digit: UInt8?
      if TextBytes.isDigit(text[index]) {
        digit = text[index] & 0x0F
      } else if text[index] == 0xEF, index + 2 < text.endIndex, text[index + 1] == 0xBC,
        (0x90...0x99).contains(text[index + 2])
      {
        digit = text[index + 2] & 0x0F
        index += 2
      }
      if let digit {
        value = min(max(value, 0), 1 << 40) * 10 + Int(digit)
      } else if value >= 0 {
        runs.append(value)
        value = -1
      }
      index += 1
    }
    if value >= 0 { runs.append(value) }
    return runs
  }
}
