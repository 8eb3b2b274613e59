/// Finds sentences in a text by the words that they begin with.
struct WordStarts {
  private let text: [UInt8]
  /// The places at which a sentence may begin, by the first bytes that stand there.
  private var starts: [UInt64: [Int]] = [:]

  init(_ text: [UInt8]) {
    self.text = text
    for index in text.indices where isBoundary(index) {
      starts[key(text, index), default: []].append(index)
    }
  }

  /// Where the sentence stands as whole words, in order; at most 64 places.
  func places(of sentence: [UInt8]) -> [Range<Int>] {
    guard !sentence.isEmpty, sentence.count <= text.count else { return [] }
    var found: [Range<Int>] = []
    if sentence.count >= 8 {
      collect(starts[key(sentence, 0)] ?? [], sentence, &found)
    } else {
      // A short one has no whole key: all places are looked at.
      collect(text.indices.filter { isBoundary($0) }, sentence, &found)
    }
    return found
  }

  private func collect(_ places: [Int], _ sentence: [UInt8], _ found: inout [Range<Int>]) {
    for place in places where found.count < 64 {
      let end = place + sentence.count
      if end <= text.count, text[place..<end].elementsEqual(sentence), isBoundary(end) {
        found.append(place..<end)
      }
    }
  }

  /// Whether no word goes over a place.
  private func isBoundary(_ index: Int) -> Bool {
    guard index > 0, index < text.count else { return true }
    return !(isWord(text[index - 1]) && isWord(text[index]))
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || TextBytes.isASCIIAlphanumeric(byte)
  }

  private func key(_ text: [UInt8], _ start: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in start..<min(start + 8, text.count) { key = key << 8 | UInt64(text[index]) }
    return key
  }
}
