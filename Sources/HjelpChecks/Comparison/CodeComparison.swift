/// The code spans of a unit's halves, compared.
struct CodeComparison {
  /// Code of the source that the target has nowhere.
  private(set) var missing: [CodeSpan] = []
  /// Code of the target that the source has not.
  private(set) var extra: [CodeSpan] = []
  /// Code of the source that stands in the target's text without backticks, and where.
  private(set) var dropped: [(code: CodeSpan, place: Range<Int>)] = []

  private let pair: UnitPair

  init(_ pair: UnitPair) {
    self.pair = pair
    guard !pair.source.codes.isEmpty else { return }
    for code in pair.sourceCodes where !code.text.isEmpty {
      let isSame: (CodeSpan) -> Bool = {
        Self.equal($0, pair.sides.source, code, pair.sides.source)
      }
      let count = pair.targetCodes.count {
        Self.equal($0, pair.sides.target, code, pair.sides.source)
      }
      guard count < pair.sourceCodes.count(where: isSame), !missing.contains(where: isSame),
        !dropped.contains(where: { isSame($0.code) })
      else { continue }
      if let place = place(of: pair.sides.source.text[code.text]) {
        // Where the source has it without backticks too, the target may have it so.
        if count == 0 || !isPlainInSource(code) { dropped.append((code, place)) }
      } else if count == 0 {
        missing.append(code)
      }
    }
    guard !missing.isEmpty else { return }
    extra = pair.targetCodes.filter { code in
      !pair.sourceCodes.contains { Self.equal(code, pair.sides.target, $0, pair.sides.source) }
    }
  }

  /// The content of a code span of the source.
  func text(_ code: CodeSpan) -> String {
    String(decoding: pair.sides.source.text[code.text], as: UTF8.self)
  }

  private static func equal(
    _ left: CodeSpan, _ leftSide: SideContent, _ right: CodeSpan, _ rightSide: SideContent
  ) -> Bool {
    leftSide.text[left.text].lazy.filter { $0 != 0x20 }
      .elementsEqual(rightSide.text[right.text].lazy.filter { $0 != 0x20 })
  }

  private func isPlainInSource(_ code: CodeSpan) -> Bool {
    Self.place(of: pair.sides.source.text[code.text], pair.sides.source, pair.source) != nil
  }

  /// Where the text stands outside code in the target.
  private func place(of wanted: ArraySlice<UInt8>) -> Range<Int>? {
    Self.place(of: wanted, pair.sides.target, pair.target)
  }

  private static func place(
    of wanted: ArraySlice<UInt8>, _ side: SideContent, _ segment: Segment
  ) -> Range<Int>? {
    let text = side.text
    let limit = segment.text
    var index = limit.lowerBound
    while index + wanted.count <= limit.upperBound {
      let end = index + wanted.count
      if text[index] == wanted.first, text[index..<end].elementsEqual(wanted),
        !side.traits[index].contains(.code),
        index == limit.lowerBound || !TextBytes.isASCIIWord(text[index - 1])
          || !TextBytes.isASCIIWord(text[index]),
        end == limit.upperBound || !TextBytes.isASCIIWord(text[end])
          || !TextBytes.isASCIIWord(text[end - 1])
      {
        return index..<end
      }
      index += 1
    }
    return nil
  }
}
