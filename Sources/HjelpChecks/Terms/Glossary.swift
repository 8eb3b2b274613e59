internal import HjelpDiagnostics

/// The terms of a locale, ready to be sought in sentences.
public final class Glossary: Sendable {
  /// The terms.
  public let terms: [GlossaryTerm]
  /// The terms by the hash of their first word in small letters.
  private let byFirstWord: [UInt64: [Int]]
  /// The words of each term in small letters.
  private let words: [[[UInt8]]]

  /// A glossary of these terms.
  public init(_ terms: [GlossaryTerm]) {
    self.terms = terms
    words = terms.map { term in
      let text = Array(term.source.utf8)
      return Self.ranges(text[...]).map { LetterCase.lowered(text[$0]) }
    }
    var byFirstWord: [UInt64: [Int]] = [:]
    for (index, words) in words.enumerated() {
      for form in Self.forms(words.first ?? [], isLast: words.count == 1) {
        byFirstWord[ByteHash.value(form[...]), default: []].append(index)
      }
    }
    self.byFirstWord = byFirstWord
  }

  /// The terms that the source of a unit has outside code and names, with their places; of terms at
  /// one place the longest.
  func occurrences(in pair: UnitPair) -> [(term: Int, range: Range<Int>)] {
    guard !byFirstWord.isEmpty else { return [] }
    let text = pair.sides.source.text
    let traits = pair.sides.source.traits
    let limit = pair.source.text
    let ranges = Self.ranges(text[limit]).filter { range in
      let isBehindMark =
        range.lowerBound > limit.lowerBound
        && "-_./\\$@".utf8.contains(text[range.lowerBound - 1])
      return !isBehindMark && traits[range.lowerBound].isDisjoint(with: [.code, .autolink])
    }
    var found: [(term: Int, range: Range<Int>)] = []
    var next = 0
    while next < ranges.count {
      let first = LetterCase.lowered(text[ranges[next]])
      var best: (term: Int, count: Int)?
      for term in byFirstWord[ByteHash.value(first[...])] ?? [] {
        let count = words[term].count
        guard next + count <= ranges.count, count > best?.count ?? 0 else { continue }
        let isThere = words[term].indices.allSatisfy { index in
          let word = LetterCase.lowered(text[ranges[next + index]])
          return Self.forms(words[term][index], isLast: index == count - 1).contains(word)
        }
        if isThere { best = (term, count) }
      }
      if let best {
        found.append(
          (best.term, ranges[next].lowerBound..<ranges[next + best.count - 1].upperBound))
        next += best.count
      } else {
        next += 1
      }
    }
    return found
  }

  /// A word and, of the last one of a term, its English plural.
  private static func forms(_ word: [UInt8], isLast: Bool) -> [[UInt8]] {
    guard isLast, let last = word.last else { return [word] }
    var forms = [word, word + Array("s".utf8), word + Array("es".utf8)]
    if last == UInt8(ascii: "y") { forms.append(word.dropLast() + Array("ies".utf8)) }
    return forms
  }

  /// The words of a text: runs of letters and digits; quotation marks and dashes are none.
  private static func ranges(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let isMark =
        byte == 0xC2 || byte == 0xE2 && index + 1 < text.endIndex && text[index + 1] == 0x80
      if TextBytes.isWord(byte), !isMark {
        if start == nil { start = index }
        index += 1
        continue
      }
      if let begun = start { ranges.append(begun..<index) }
      start = nil
      index = min(index + (byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1), text.endIndex)
    }
    if let start { ranges.append(start..<text.endIndex) }
    return ranges
  }
}
